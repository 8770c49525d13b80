using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>A user as it was to be created, beside one that exists.</summary>
internal sealed class WantedUser
{
    /// <summary>What the service's create handler adds to the user after it has made it, in calls of their own.</summary>
    private static readonly string[] AddedLater = ["Tags", "UserProficiencies"];

    /// <summary>What identifies a user, or what AWS fills in only when asked: here a value that was not asked for is somebody else's.</summary>
    private static readonly string[] NeverFilledIn = ["/HierarchyGroupArn", "/DirectoryUserId", "/IdentityInfo/FirstName", "/IdentityInfo/LastName", "/IdentityInfo/Email", "/IdentityInfo/SecondaryEmail", "/IdentityInfo/Mobile"];

    private readonly JsonObject _model;

    /// <summary>Takes the wanted state.</summary>
    /// <param name="model">Wanted properties, without the password.</param>
    public WantedUser(JsonObject model)
    {
        _model = model;
        foreach (var (name, value) in model)
        {
            var pointer = $"/{JsonPointer.Escape(name)}";
            if (UserSchema.At(pointer).IsUpdatable)
            {
                Changes.SetPointer(pointer, value);
            }
        }
    }

    /// <summary>The wanted values of all that can be changed.</summary>
    public UserChanges Changes { get; } = new();

    /// <summary>
    /// Whether an existing user can only be the wanted one, whole or half made: what AWS makes a user with is as wanted,
    /// and what it adds afterwards is wanted too or not there yet.
    /// </summary>
    /// <param name="live">The existing user.</param>
    /// <returns>True where no value says otherwise.</returns>
    public bool IsMadeFrom(JsonObject live) =>
        DifferencesFrom(live).All(path => AddedLater.Contains(path[1..])) && AddedLater.All(name => IsPartOf(name, live));

    /// <summary>What an existing user has otherwise than wanted.</summary>
    /// <param name="live">The existing user.</param>
    /// <returns>JSON pointers.</returns>
    public IReadOnlyList<string> DifferencesFrom(JsonObject live)
    {
        var wanted = Changes.ApplyTo(live);
        UserModels.TakeBackRepeatedSettings(live, wanted);
        return [.. UserPatch.Create(live, wanted)
            .SelectMany(ConcurrentChanges.LeavesOf)
            .Concat(NeverFilledIn.Where(path => JsonPointer.Get(_model, path) is null && JsonPointer.Get(live, path) is not null))
            .Distinct(StringComparer.Ordinal)];
    }

    private bool IsPartOf(string name, JsonObject live)
    {
        var property = UserSchema.Get(name);
        var wanted = (_model[name] as JsonArray ?? []).Select(Text).ToHashSet(StringComparer.Ordinal);
        return (live[name] as JsonArray ?? []).All(element => wanted.Contains(Text(element)));

        string Text(JsonNode? element) => JsonText.Write(StableOrder.Of(property, element));
    }
}
