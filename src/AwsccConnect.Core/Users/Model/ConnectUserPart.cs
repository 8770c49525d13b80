using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>
/// An object inside a user: a view of its JSON, so that members this version does not know survive a change of the others.
/// Its text is the roster syntax, which a roster's cell may hold.
/// </summary>
public abstract class ConnectUserPart : IUserPart
{
    private protected ConnectUserPart(UserProperty shape, object? members)
    {
        Shape = shape;
        Node = members is null ? [] : UserValueConverter.ToPart(shape, members);
    }

    /// <summary>The JSON behind the object.</summary>
    internal JsonObject Node { get; init; }

    /// <summary>The members that the object may have.</summary>
    internal UserProperty Shape { get; }

    /// <summary>The JSON without what has no value.</summary>
    internal JsonObject ToJson() => JsonText.Compact(Node);

    JsonNode IUserPart.ToJson() => ToJson();

    /// <summary>The object in the roster syntax.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RosterSyntax.Format(Shape, Node);

    private protected string? GetText([CallerMemberName] string name = "") => JsonText.StringOf(Node[name]);

    private protected bool? GetFlag([CallerMemberName] string name = "") => JsonText.BooleanOf(Node[name]);

    private protected double? GetNumber([CallerMemberName] string name = "") => JsonText.NumberOf(Node[name]);

    private protected int? GetInteger([CallerMemberName] string name = "") =>
        GetNumber(name) is { } number && number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    private protected JsonObject Child([CallerMemberName] string name = "")
    {
        if (Node[name] is not JsonObject child)
        {
            Node[name] = child = [];
        }

        return child;
    }

    private protected void SetText(string? value, [CallerMemberName] string name = "") => Set(string.IsNullOrEmpty(value) ? null : value, name);

    private protected void Set(JsonNode? value, [CallerMemberName] string name = "")
    {
        if (value is null)
        {
            Node.Remove(name);
        }
        else
        {
            Node[name] = value.Parent is null ? value : value.DeepClone();
        }
    }
}
