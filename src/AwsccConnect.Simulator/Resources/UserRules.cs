using System.Text.Json;
using System.Text.RegularExpressions;
using AwsccConnect.Simulator.Requests;

namespace AwsccConnect.Simulator.Resources;

/// <summary>What Connect's own APIs refuse although the resource schema allows it (Connect API reference: CreateUser, UpdateUser*).</summary>
internal sealed partial class UserRules(ResourceStore store, SimulatorIdentityManagement identityManagement)
{
    private const int MaximumTags = 50;
    private const int LongestAfterContactWork = 2_000_000;

    private static readonly (string Leaf, string Configs)[] Conflicts =
    [
        ("AutoAccept", "AutoAcceptConfigs"),
        ("AfterContactWorkTimeLimit", "AfterContactWorkConfigs"),
        ("PhoneType", "PhoneNumberConfigs"),
        ("DeskPhoneNumber", "PhoneNumberConfigs"),
        ("PersistentConnection", "PersistentConnectionConfigs"),
    ];

    private static readonly string[] VoiceOnly = ["PhoneNumberConfigs", "PersistentConnectionConfigs", "VoiceEnhancementConfigs"];

    /// <summary>The password rule of the instance's identity management; null when it is kept.</summary>
    public HandlerFailure? CheckPassword(string? password)
    {
        if (identityManagement != SimulatorIdentityManagement.ConnectManaged)
        {
            return password is null ? null : HandlerFailure.InvalidRequest("Password is not allowed: the instance does not manage identities itself");
        }

        if (password is null)
        {
            return HandlerFailure.InvalidRequest("Password is required for users of an instance that manages identities itself");
        }

        return PasswordPolicy().IsMatch(password)
            ? null
            : HandlerFailure.InvalidRequest("Password does not match the policy: 8-64 characters with a lower-case letter, an upper-case letter and a digit");
    }

    public HandlerFailure? CheckNew(JsonObject user)
    {
        var instance = ResourceStore.Text(user, "InstanceArn")!;
        var username = ResourceStore.Text(user, "Username")!;
        if (store.Find(ResourceTypes.Instance, instance) is null)
        {
            return HandlerFailure.NotFound(ResourceTypes.Instance.Name, instance);
        }

        if (!UsernamePattern().IsMatch(username) || (username.Contains('@', StringComparison.Ordinal) && !EmailPattern().IsMatch(username)))
        {
            return HandlerFailure.InvalidRequest($"Username '{username}' has characters other than letters, digits, _ - . or an @ that makes no e-mail address");
        }

        if (IdentityRules.CheckNew(identityManagement, user) is { } refused)
        {
            return refused;
        }

        return store.FindUser(instance, username) is null
            ? Check(null, user, _ => true)
            : new HandlerFailure("AlreadyExists", HandlerFailure.FromConnect($"User with username '{username}' already exists in instance {instance}", 409));
    }

    /// <summary>The rules about the properties that a write sets; without an old state for a new user.</summary>
    public HandlerFailure? Check(JsonObject? old, JsonObject user, Func<string, bool> isSet) =>
        (old is null ? null : IdentityRules.CheckUpdate(identityManagement, old, user)) ?? CheckReferences(user, isSet) ?? CheckConflicts(user) ?? CheckChannels(user) ?? CheckTags(old, user) ?? CheckLimits(user);

    private HandlerFailure? CheckReferences(JsonObject user, Func<string, bool> isSet)
    {
        var instance = ResourceStore.Text(user, "InstanceArn")!;
        IEnumerable<(string Property, ResourceType Type, string? Arn)> references =
        [
            ("RoutingProfileArn", ResourceTypes.RoutingProfile, ResourceStore.Text(user, "RoutingProfileArn")),
            ("HierarchyGroupArn", ResourceTypes.UserHierarchyGroup, ResourceStore.Text(user, "HierarchyGroupArn")),
            .. (user["SecurityProfileArns"] as JsonArray ?? []).Select(arn => ("SecurityProfileArns", ResourceTypes.SecurityProfile, arn?.ToString())),
        ];
        foreach ((var property, var type, var arn) in references)
        {
            if (arn is not null && isSet(property) && store.Find(type, arn)?.InstanceArn != instance)
            {
                return HandlerFailure.InvalidRequest($"{property}: {arn} does not exist in instance {instance}");
            }
        }

        return null;
    }

    private static HandlerFailure? CheckConflicts(JsonObject user)
    {
        if (user["PhoneConfig"] is not JsonObject phone)
        {
            return null;
        }

        foreach ((var leaf, var configs) in Conflicts)
        {
            // A seeded or older user may well have PhoneType next to other arrays; only its own counterpart conflicts.
            if (phone.ContainsKey(leaf) && user[configs] is JsonArray { Count: > 0 })
            {
                return HandlerFailure.InvalidRequest($"PhoneConfig.{leaf} and {configs} cannot be given together");
            }
        }

        return null;
    }

    private static HandlerFailure? CheckChannels(JsonObject user)
    {
        foreach (var pair in user)
        {
            if (pair.Value is not JsonArray configs || !pair.Key.EndsWith("Configs", StringComparison.Ordinal))
            {
                continue;
            }

            List<string> channels = [.. configs.OfType<JsonObject>().Select(config => ResourceStore.Text(config, "Channel") ?? string.Empty)];
            if (channels.Distinct(StringComparer.Ordinal).Count() < channels.Count)
            {
                return HandlerFailure.InvalidRequest($"{pair.Key} has a channel twice");
            }

            if (VoiceOnly.Contains(pair.Key) && channels.Exists(channel => channel != "VOICE"))
            {
                return HandlerFailure.InvalidRequest($"{pair.Key} is for channel VOICE only");
            }

            if (configs.OfType<JsonObject>().Any(config => ResourceStore.Text(config, "Channel") != "VOICE"
                && (config.ContainsKey("AgentFirstCallbackAutoAccept") || config.ContainsKey("AgentFirstCallbackAfterContactWorkConfig"))))
            {
                return HandlerFailure.InvalidRequest($"{pair.Key}: agent-first callback settings are for channel VOICE only");
            }
        }

        return null;
    }

    private static HandlerFailure? CheckTags(JsonObject? old, JsonObject user)
    {
        var tags = TagsOf(user);
        List<string> keys = [.. tags.Select(KeyOf)];

        // A tag of AWS's own may be there as it was, but neither set, changed nor removed.
        if (TagsOf(old).Where(IsReserved).Concat(tags.Where(IsReserved)).GroupBy(KeyOf)
            .FirstOrDefault(group => group.Count() != 2 || !JsonNode.DeepEquals(group.First(), group.Last())) is { Key: var reserved })
        {
            return HandlerFailure.InvalidRequest($"Tag key '{reserved}': the prefix aws: is reserved");
        }

        if (keys.Distinct(StringComparer.Ordinal).Count() < keys.Count)
        {
            return HandlerFailure.InvalidRequest("Tags has a key twice");
        }

        return tags.Count(tag => !IsReserved(tag)) > MaximumTags ? HandlerFailure.InvalidRequest($"A resource has at most {MaximumTags} tags") : null;
    }

    private static JsonObject[] TagsOf(JsonObject? user) => [.. (user?["Tags"] as JsonArray ?? []).OfType<JsonObject>()];

    private static string KeyOf(JsonObject tag) => ResourceStore.Text(tag, "Key") ?? string.Empty;

    private static bool IsReserved(JsonObject tag) => KeyOf(tag).StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    private static HandlerFailure? CheckLimits(JsonObject user)
    {
        var identity = user["IdentityInfo"] as JsonObject;
        if (identity is not null && (ResourceStore.Text(identity, "FirstName")?.Length > 255 || ResourceStore.Text(identity, "LastName")?.Length > 300))
        {
            return HandlerFailure.InvalidRequest("IdentityInfo: FirstName has at most 255 characters, LastName at most 300");
        }

        return user["PhoneConfig"]?["AfterContactWorkTimeLimit"] is JsonValue limit && limit.GetValueKind() == JsonValueKind.Number
            && limit.Deserialize<decimal>() > LongestAfterContactWork
            ? HandlerFailure.InvalidRequest($"PhoneConfig.AfterContactWorkTimeLimit is at most {LongestAfterContactWork}")
            : null;
    }

    [GeneratedRegex(@"^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[a-zA-Z\d\S]{8,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PasswordPolicy();

    [GeneratedRegex(@"^[a-zA-Z0-9_\-.@]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex UsernamePattern();

    [GeneratedRegex(@"^[^@]+@[^@.]+(\.[^@.]+)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EmailPattern();
}
