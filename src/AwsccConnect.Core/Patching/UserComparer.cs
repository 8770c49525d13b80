using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Patching;

/// <summary>Compares two states of a user without a call.</summary>
internal static class UserComparer
{
    /// <summary>Compares two states.</summary>
    /// <param name="before">The state to change.</param>
    /// <param name="after">The state to reach. Flat settings that only repeat its per-channel arrays do not count: AWS takes one of the two.</param>
    /// <returns>The differences and the patch.</returns>
    public static ConnectUserComparison Compare(JsonObject before, JsonObject after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var wanted = UserModels.WithoutRepeatedSettings(after);
        KeepRepeatedSettings(before, wanted);
        KeepSpelling(before, wanted);
        var patch = UserPatch.Create(before, wanted);
        return new ConnectUserComparison
        {
            Username = JsonText.StringOf(before["Username"]),
            UserArn = JsonText.StringOf(before["UserArn"]),
            Differences = new([.. patch.SelectMany(ConcurrentChanges.LeavesOf).Select(path => Difference(path, before, wanted))]),
            PatchDocument = new PatchDocument(patch.Where(operation => UserSchema.At(operation.Path).IsUpdatable)).ToJson(),
        };
    }

    /// <summary>A value for a person, as rosters write it.</summary>
    /// <param name="property">The property.</param>
    /// <param name="value">The value.</param>
    /// <returns>The text; null where there is no value.</returns>
    private static string? Show(UserProperty property, JsonNode? value) => JsonText.IsNothing(value) ? null : RosterSyntax.Format(property, value);

    private static ConnectUserDifference Difference(string path, JsonObject before, JsonObject wanted)
    {
        var property = UserSchema.At(path);
        return new ConnectUserDifference(
            string.Join('.', JsonPointer.Tokens(path)),
            path,
            Show(property, JsonPointer.Get(before, path)),
            Show(property, JsonPointer.Get(wanted, path)),
            property.IsUpdatable);
    }

    /// <summary>A flat setting that repeats the first state's array stays as it is while the second state keeps the array unchanged.</summary>
    private static void KeepRepeatedSettings(JsonObject before, JsonObject wanted)
    {
        foreach (var (flat, set) in UserValidator.RivalSettings)
        {
            if (JsonPointer.Get(before, flat.Pointer) is { } repeated
                && JsonPointer.Get(wanted, flat.Pointer) is null
                && UserStateComparer.AreEqual(set, before[set.Name], wanted[set.Name])
                && UserStateComparer.AreEqual(flat, repeated, UserRivals.VoiceValue(flat, before[set.Name] as JsonArray)))
            {
                new UserChange(flat) { Value = repeated.DeepClone() }.ApplyTo(wanted);
            }
        }
    }

    /// <summary>Amazon Connect does not tell upper from lower case in usernames.</summary>
    private static void KeepSpelling(JsonObject before, JsonObject wanted)
    {
        if (JsonText.StringOf(before["Username"]) is { } name
            && name.Equals(JsonText.StringOf(wanted["Username"]), StringComparison.OrdinalIgnoreCase))
        {
            wanted["Username"] = name;
        }
    }
}
