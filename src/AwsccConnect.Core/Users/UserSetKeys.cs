using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>The keys that identify the elements of an unordered array.</summary>
public static class UserSetKeys
{
    /// <summary>The key of an element: the ARN, the tag's key, <c>AttributeName/AttributeValue</c>, the channel.</summary>
    /// <param name="set">The array's property.</param>
    /// <param name="element">The element.</param>
    /// <returns>The key.</returns>
    public static string Of(UserProperty set, JsonNode? element)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (element is not JsonObject obj)
        {
            return JsonText.StringOf(element) ?? JsonText.Write(element);
        }

        return set.Kind switch
        {
            UserValueKind.TagSet => JsonText.StringOf(obj["Key"]) ?? "",
            UserValueKind.ProficiencySet => RosterSyntax.ProficiencyKey(JsonText.StringOf(obj["AttributeName"]), JsonText.StringOf(obj["AttributeValue"])),
            UserValueKind.ChannelSet => (JsonText.StringOf(obj["Channel"]) ?? "").ToUpperInvariant(),
            _ => JsonText.Write(obj),
        };
    }

    /// <summary>A key as someone wrote it, in the form that <see cref="Of"/> gives.</summary>
    /// <param name="set">The array's property.</param>
    /// <param name="key">The key.</param>
    /// <returns>The normal form.</returns>
    /// <exception cref="UserValueException">A proficiency's key is not <c>Attribute/Value</c>.</exception>
    public static string Normalize(UserProperty set, string key)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(key);
        return set.Kind switch
        {
            UserValueKind.ChannelSet => key.Trim().ToUpperInvariant(),
            UserValueKind.ProficiencySet when RosterSyntax.ParseProficiencyKey(key) is { } parts => RosterSyntax.ProficiencyKey(parts.Name, parts.Value),
            UserValueKind.ProficiencySet => throw new UserValueException(set.Name, $"'{key}' does not name a proficiency.", "Write Attribute/Value, such as Language/English."),
            _ => key,
        };
    }
}
