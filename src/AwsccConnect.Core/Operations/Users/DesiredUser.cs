using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>A user as it was to be created, beside one that exists.</summary>
internal sealed class DesiredUser
{
    /// <summary>What the service's create handler adds to the user after it has made it, in calls of their own.</summary>
    private static readonly string[] AddedAfterCreate = ["Tags", "UserProficiencies"];

    /// <summary>What identifies a user, or what AWS sets only on request: a value here that was not requested comes from another client.</summary>
    private static readonly string[] NeverSetByService = ["/HierarchyGroupArn", "/DirectoryUserId", "/IdentityInfo/FirstName", "/IdentityInfo/LastName", "/IdentityInfo/Email", "/IdentityInfo/SecondaryEmail", "/IdentityInfo/Mobile"];

    private readonly JsonObject _model;

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

    /// <summary>The desired values of all that can be changed.</summary>
    public UserChanges Changes { get; } = new();

    /// <summary>
    /// Whether an existing user can only be the desired one, created completely or in part: what AWS creates a user with is as desired,
    /// and what it adds afterwards is desired too or not there yet.
    /// </summary>
    public bool IsMatch(JsonObject live) =>
        DifferencesFrom(live).All(path => AddedAfterCreate.Contains(path[1..])) && AddedAfterCreate.All(name => IsPartOf(name, live));

    public IReadOnlyList<string> DifferencesFrom(JsonObject live)
    {
        var desired = Changes.ApplyTo(live);
        PerChannelSettings.Merge(live, desired);
        return [.. UserPatch.Create(live, desired).Leaves
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
