using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Patching;

/// <summary>Compares two states of a user without a call.</summary>
internal static class UserComparer
{
    /// <summary>Compares two states. Differences show the names of resources that are known by ARN.</summary>
    public static ConnectUserComparison Compare(JsonObject before, JsonObject after, Func<string, string?> nameOf)
    {
        var desired = UserModels.WithoutRepeatedSettings(after);
        KeepRepeatedSettings(before, desired);
        KeepSpelling(before, desired);
        ReservedTags.Copy(before, desired);
        var patch = UserPatch.Create(before, desired);
        return new ConnectUserComparison
        {
            Username = JsonText.StringOf(before["Username"]),
            UserArn = JsonText.StringOf(before["UserArn"]),
            Differences = new([.. patch.Leaves.Select(path => Difference(path, before, desired, nameOf))]),
            PatchDocument = new PatchDocument(patch.Where(operation => UserSchema.At(operation.Path).IsUpdatable)).ToJson(),
        };
    }

    private static ConnectUserDifference Difference(string path, JsonObject before, JsonObject desired, Func<string, string?> nameOf)
    {
        var property = UserSchema.At(path);
        var (old, value) = (JsonPointer.Get(before, path), JsonPointer.Get(desired, path));
        return new ConnectUserDifference(string.Join('.', JsonPointer.Tokens(path)), path, ShownValue.TextOf(property, old), ShownValue.TextOf(property, value), property.IsUpdatable)
        {
            OldName = ShownValue.NamesIn(property, old, nameOf),
            NewName = ShownValue.NamesIn(property, value, nameOf),
        };
    }

    /// <summary>A flat setting that repeats the first state's array stays as it is while the second state keeps the array unchanged.</summary>
    private static void KeepRepeatedSettings(JsonObject before, JsonObject desired)
    {
        foreach (var (flat, set) in UserValidator.ConflictingSettings)
        {
            if (JsonPointer.Get(before, flat.Pointer) is { } repeated
                && JsonPointer.Get(desired, flat.Pointer) is null
                && UserStateComparer.AreEqual(set, before[set.Name], desired[set.Name])
                && UserStateComparer.AreEqual(flat, repeated, PerChannelSettings.VoiceValue(flat, before[set.Name] as JsonArray)))
            {
                new UserChange(flat) { Value = repeated.DeepClone() }.ApplyTo(desired);
            }
        }
    }

    /// <summary>Usernames in Amazon Connect are case-insensitive.</summary>
    private static void KeepSpelling(JsonObject before, JsonObject desired)
    {
        if (JsonText.StringOf(before["Username"]) is { } name
            && name.Equals(JsonText.StringOf(desired["Username"]), StringComparison.OrdinalIgnoreCase))
        {
            desired["Username"] = name;
        }
    }
}
