using System.Text.Json;

namespace AwsccConnect.Core.Users.Import;

/// <summary>
/// Unwraps users from the output of the AWS CLI: <c>aws cloudcontrol get-resource</c> and <c>list-resources</c>, whose properties are JSON
/// text, and <c>aws connect describe-user</c> and <c>search-users</c>, which have ids instead of ARNs.
/// </summary>
internal static class CommandLineOutput
{
    /// <summary>The member of <c>list-resources</c> that holds the users.</summary>
    internal const string DescriptionsKey = "ResourceDescriptions";

    /// <summary>Members of Connect's own User structure that are named otherwise in the resource model; null for those that are no properties.</summary>
    private static readonly Dictionary<string, string?> Renamed = new(StringComparer.Ordinal)
    {
        ["Arn"] = "UserArn",
        ["RoutingProfileId"] = "RoutingProfileArn",
        ["SecurityProfileIds"] = "SecurityProfileArns",
        ["HierarchyGroupId"] = "HierarchyGroupArn",
        ["Id"] = null,
        ["LastModifiedTime"] = null,
        ["LastModifiedRegion"] = null,
    };

    /// <summary>The members of the user that an object is, or wraps.</summary>
    /// <exception cref="JsonException">The properties of a resource are not the JSON text of an object.</exception>
    internal static List<KeyValuePair<string, JsonElement>> Members(JsonElement element)
    {
        var user = Inner(element, "ResourceDescription") ?? element;
        if (user.TryGetProperty("Properties", out var properties) && properties.ValueKind == JsonValueKind.String)
        {
            using var document = JsonDocument.Parse(properties.GetString()!);
            user = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new JsonException();
        }
        else
        {
            user = Inner(user, "Properties") ?? Inner(user, "User") ?? user;
        }

        var members = user.EnumerateObject().Select(member => new KeyValuePair<string, JsonElement>(member.Name, member.Value));
        if (user.TryGetProperty("Arn", out _) && user.TryGetProperty("Id", out _))
        {
            members = members.Select(member => new KeyValuePair<string, JsonElement>(Renamed.GetValueOrDefault(member.Key, member.Key) ?? "", member.Value)).Where(member => member.Key.Length > 0);
        }

        return [.. members];
    }

    /// <summary>Whether an object is a user or wraps one: some member of it is a property.</summary>
    internal static bool IsUser(JsonElement element)
    {
        try
        {
            return Members(element).Exists(member => UserSchema.TryFind(member.Key, out _));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // It was meant as one; reading it reports what is wrong.
            return true;
        }
    }

    private static JsonElement? Inner(JsonElement element, string name) =>
        element.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : null;
}
