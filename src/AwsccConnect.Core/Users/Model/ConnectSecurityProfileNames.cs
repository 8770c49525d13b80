using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>
/// Names of security profiles; the order has no meaning. Changes of those of a user change its ARNs. Its text is the roster syntax,
/// <c>Agent;Supervisor</c>.
/// </summary>
public sealed class ConnectSecurityProfileNames : Collection<string>
{
    private readonly ConnectArnList? _arns;
    private readonly Func<string, string> _arnOf = static name => name;

    /// <summary>Makes the list from texts, or from the roster syntax, names with semicolons between them. PowerShell converts by it.</summary>
    /// <param name="items">The names, ids or ARNs.</param>
    /// <exception cref="UserValueException">An element is not a text.</exception>
    public ConnectSecurityProfileNames(object items)
        : base([.. new ConnectArnList(items)])
    {
    }

    internal ConnectSecurityProfileNames(ConnectArnList arns, Func<string, string> nameOf, Func<string, string> arnOf)
        : base([.. arns.Where(arn => !string.IsNullOrEmpty(arn)).Select(nameOf)])
    {
        _arns = arns;
        _arnOf = arnOf;
    }

    /// <summary>The list in the roster syntax.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RosterSyntax.Format(UserSchema.Get("SecurityProfileArns"), new JsonArray([.. Items.Select(name => (JsonNode)name)]));

    /// <inheritdoc/>
    protected override void InsertItem(int index, string item)
    {
        _arns?.Add(_arnOf(item));
        base.InsertItem(index, item);
    }

    /// <inheritdoc/>
    protected override void SetItem(int index, string item)
    {
        RemoveItem(index);
        InsertItem(index, item);
    }

    /// <inheritdoc/>
    protected override void RemoveItem(int index)
    {
        _arns?.Remove(_arnOf(Items[index]));
        base.RemoveItem(index);
    }

    /// <inheritdoc/>
    protected override void ClearItems()
    {
        _arns?.Clear();
        base.ClearItems();
    }
}
