using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>ARNs; the order has no meaning. Its text is the roster syntax, <c>arn:...;arn:...</c>.</summary>
public sealed class ConnectArnList : Collection<string>, IUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("SecurityProfileArns");

    /// <summary>Makes an empty list.</summary>
    public ConnectArnList()
    {
    }

    /// <summary>Makes the list from texts, or from the roster syntax, ARNs with semicolons between them. PowerShell converts by it.</summary>
    /// <param name="items">The ARNs.</param>
    /// <exception cref="UserValueException">An element is not a text.</exception>
    public ConnectArnList(object items)
        : this(UserValueConverter.ToJson(Property, items) as JsonArray ?? [])
    {
    }

    internal ConnectArnList(JsonArray nodes)
        : base([.. nodes.Select(JsonText.StringOf).OfType<string>()])
    {
    }

    /// <summary>The list as JSON.</summary>
    internal JsonArray ToJson() => new([.. Items.Where(item => item is not null).Select(item => (JsonNode)JsonValue.Create(item))]);

    JsonNode IUserPart.ToJson() => ToJson();

    /// <summary>The list in the roster syntax.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RosterSyntax.Format(Property, ToJson());
}
