using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>What people see for ARNs in a value: the names of the resources, and ids where the names are not known.</summary>
internal static class ShownValue
{
    /// <summary>The value of a property with names instead of ARNs; the value itself where the property holds none.</summary>
    public static JsonNode? Of(UserProperty property, JsonNode? value, Func<string, string?> nameOf) =>
        property.ArnKind is null ? value
        : value is JsonArray items ? new JsonArray([.. items.Select(item => Of(property, item, nameOf)?.DeepClone())])
        : JsonText.StringOf(value) is { } arn ? JsonValue.Create(NameOf(arn, nameOf))
        : value;

    /// <summary>The value in the roster syntax; null for none.</summary>
    public static string? TextOf(UserProperty property, JsonNode? value) => JsonText.IsNothing(value) ? null : RosterSyntax.Format(property, value);

    /// <summary>The names in the roster syntax, sets in a fixed order; null for a property that holds no ARNs, or has no value.</summary>
    public static string? NamesIn(UserProperty property, JsonNode? value, Func<string, string?> nameOf) => property.ArnKind is null || JsonText.IsNothing(value)
        ? null
        : RosterSyntax.Format(property, StableOrder.Of(property, Of(property, value, nameOf)));

    /// <summary>The name of a resource; its id where the name is not known, and the text itself where it is no ARN.</summary>
    public static string NameOf(string arn, Func<string, string?> nameOf) =>
        nameOf(arn) ?? (ConnectArn.TryParse(arn, out var parsed) ? parsed.ResourceId : arn);
}
