using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>The keys that identify the elements of an unordered array.</summary>
internal static class UserSetKeys
{
    /// <summary>The key of an element: the ARN, the tag's key, <c>AttributeName/AttributeValue</c>, the channel.</summary>
    public static string Of(UserProperty set, JsonNode? element)
    {
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
    /// <exception cref="UserValueException">A proficiency's key is not <c>Attribute/Value</c>.</exception>
    public static string Normalize(UserProperty set, string key) => set.Kind switch
    {
        UserValueKind.ChannelSet => key.Trim().ToUpperInvariant(),
        UserValueKind.ProficiencySet when RosterSyntax.ParseProficiencyKey(key) is { } parts => RosterSyntax.ProficiencyKey(parts.Name, parts.Value),
        UserValueKind.ProficiencySet => throw new UserValueException(set.Name, $"'{key}' does not name a proficiency.", "Write Attribute/Value, such as Language/English."),
        _ => key,
    };
}
