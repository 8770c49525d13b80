using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>A user as it was to be created, beside one that exists.</summary>
internal sealed class DesiredUser
{
    /// <summary>What the service's create handler adds to the user after it has made it, in calls of their own.</summary>
    private static readonly string[] AddedAfterCreate = ["Tags", "UserProficiencies"];

    /// <summary>What identifies a user, or what AWS fills in only when asked: here a value that was not asked for is somebody else's.</summary>
    private static readonly string[] NeverSetByService = ["/HierarchyGroupArn", "/DirectoryUserId", "/IdentityInfo/FirstName", "/IdentityInfo/LastName", "/IdentityInfo/Email", "/IdentityInfo/SecondaryEmail", "/IdentityInfo/Mobile"];

    private readonly JsonObject _model;

    /// <summary>Takes the wanted state.</summary>
    public DesiredUser(JsonObject model)
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
    public bool IsMatch(JsonObject live) =>
        DifferencesFrom(live).All(path => AddedAfterCreate.Contains(path[1..])) && AddedAfterCreate.All(name => IsPartOf(name, live));

    /// <summary>What an existing user has otherwise than wanted.</summary>
    public IReadOnlyList<string> DifferencesFrom(JsonObject live)
    {
        var desired = Changes.ApplyTo(live);
        UserModels.RevertRepeatedSettings(live, desired);
        return [.. UserPatch.Create(live, desired)
            .SelectMany(ConcurrentChanges.LeavesOf)
            .Concat(NeverSetByService.Where(path => JsonPointer.Get(_model, path) is null && JsonPointer.Get(live, path) is not null))
            .Distinct(StringComparer.Ordinal)];
    }

    private bool IsPartOf(string name, JsonObject live)
    {
        var property = UserSchema.Get(name);
        var desired = (_model[name] as JsonArray ?? []).Select(Text).ToHashSet(StringComparer.Ordinal);
        return (live[name] as JsonArray ?? []).All(element => desired.Contains(Text(element)));

        string Text(JsonNode? element) => JsonText.Write(StableOrder.Of(property, element));
    }
}
