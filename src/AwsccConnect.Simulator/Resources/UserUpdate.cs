using AwsccConnect.Simulator.Requests;

namespace AwsccConnect.Simulator.Resources;

/// <summary>The update handler's view of a patch: which top-level properties change, and the Connect APIs it calls for each of them, in order.</summary>
internal static class UserUpdate
{
    /// <summary>Properties for which the handler has no Connect API to call, in the order they are reported.</summary>
    public static readonly IReadOnlyList<string> NotUpdatable = ["UserArn", "InstanceArn", "Username", "Password", "DirectoryUserId"];

    private static readonly (string Property, string Api)[] Chain =
    [
        ("IdentityInfo", "UpdateUserIdentityInfo"),
        ("PhoneConfig", "UpdateUserPhoneConfig"),
        ("AutoAcceptConfigs", "UpdateUserConfig"),
        ("AfterContactWorkConfigs", "UpdateUserConfig"),
        ("PhoneNumberConfigs", "UpdateUserConfig"),
        ("PersistentConnectionConfigs", "UpdateUserConfig"),
        ("VoiceEnhancementConfigs", "UpdateUserConfig"),
        ("RoutingProfileArn", "UpdateUserRoutingProfile"),
        ("SecurityProfileArns", "UpdateUserSecurityProfiles"),
        ("HierarchyGroupArn", "UpdateUserHierarchy"),
        ("UserProficiencies", "UpdateUserProficiencies"),
        ("Tags", "TagResource"),
    ];

    /// <summary>The Connect APIs that an update may call.</summary>
    public static IEnumerable<string> Apis => Chain.Select(step => step.Api).Distinct();

    /// <summary>New values of the properties that differ; null for those that go.</summary>
    public static JsonObject Changes(JsonObject before, JsonObject after)
    {
        JsonObject changes = [];
        foreach (var name in before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key), StringComparer.Ordinal))
        {
            if (!after.TryGetPropertyValue(name, out var value))
            {
                changes[name] = null;
            }
            else if (!before.TryGetPropertyValue(name, out var old) || !JsonTexts.AreEqual(old, value))
            {
                changes[name] = value?.DeepClone();
            }
        }

        return changes;
    }

    public static HandlerFailure? CheckUpdatable(JsonObject changes)
    {
        List<string> refused = [.. NotUpdatable.Where(changes.ContainsKey)];
        return refused.Count == 0
            ? null
            : new HandlerFailure("NotUpdatable", $"Invalid update: properties [{string.Join(", ", refused.Select(name => "/properties/" + name))}] cannot be updated");
    }

    /// <summary>
    /// Walks the chain of API calls until one is refused. Returns the changes made by then; complete if none was.
    /// </summary>
    public static JsonObject Affordable(JsonObject changes, Func<string, HandlerFailure?> refuse, out HandlerFailure? refusal)
    {
        refusal = changes.Count > 0 ? refuse("UpdateUser") : null;
        JsonObject made = [];
        string? lastApi = null;
        foreach ((var property, var api) in Chain)
        {
            if (refusal is not null || !changes.TryGetPropertyValue(property, out var value))
            {
                continue;
            }

            // The per-channel arrays travel in one call.
            refusal = api != lastApi ? refuse(api) : null;
            lastApi = api;
            if (refusal is null)
            {
                made[property] = value?.DeepClone();
            }
        }

        return made;
    }

    public static void Apply(JsonObject user, JsonObject changes)
    {
        foreach (var pair in changes)
        {
            if (pair.Value is null)
            {
                user.Remove(pair.Key);
            }
            else
            {
                user[pair.Key] = pair.Value is JsonArray array ? UnorderedArrays.Reordered(array) : pair.Value.DeepClone();
            }
        }
    }
}
