using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>
/// An object inside a user: a view of its JSON, so that members this version does not know survive a change of the others.
/// Its text is the roster syntax, which a roster's cell may hold.
/// </summary>
public abstract class ConnectUserPart
{
    private protected ConnectUserPart()
    {
    }

    /// <summary>The JSON behind the object.</summary>
    internal JsonObject Node { get; init; } = [];

    /// <summary>The members that the object may have.</summary>
    internal abstract UserProperty Shape { get; }

    /// <summary>The JSON without what has no value.</summary>
    internal JsonObject ToJson() => JsonText.Compact(Node);

    /// <summary>The object in the roster syntax.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RosterSyntax.Format(Shape, Node);

    private protected string? GetText(string name) => JsonText.StringOf(Node[name]);

    private protected bool? GetFlag(string name) => JsonText.BooleanOf(Node[name]);

    private protected double? GetNumber(string name) => JsonText.NumberOf(Node[name]);

    private protected int? GetInteger(string name) =>
        JsonText.NumberOf(Node[name]) is { } number && number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    private protected JsonObject Child(string name)
    {
        if (Node[name] is not JsonObject child)
        {
            Node[name] = child = [];
        }

        return child;
    }

    private protected void SetText(string name, string? value) => Set(name, string.IsNullOrEmpty(value) ? null : JsonValue.Create(value));

    private protected void SetFlag(string name, bool? value) => Set(name, value is { } flag ? JsonValue.Create(flag) : null);

    private protected void SetNumber(string name, double? value) => Set(name, value is { } number ? JsonValue.Create(number) : null);

    private protected void SetInteger(string name, int? value) => Set(name, value is { } number ? JsonValue.Create(number) : null);

    private protected void Set(string name, JsonNode? value)
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
