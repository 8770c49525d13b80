using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>A requested change of one user.</summary>
internal sealed class UserUpdate
{
    public required string UserArn { get; init; }

    /// <summary>The name that the caller knows the user by; null for none. It has to be the user's.</summary>
    public string? Username { get; init; }

    /// <summary>How the user's instance manages identities; null where that is not known.</summary>
    public string? IdentityManagement { get; init; }

    public required UserChanges Changes { get; init; }

    /// <summary>A patch document given by the user, applied after <see cref="Changes"/>; null for none.</summary>
    public PatchDocument? Patch { get; init; }

    /// <summary>Whether the change is refused when another client has changed what it touches.</summary>
    public bool IfUnchanged { get; init; }

    /// <summary>The state the caller has seen; null for the state read before the write.</summary>
    public JsonObject? Expected { get; init; }

    /// <summary>The checksum of the row that the caller has exported, where it is expected that the user is as in that row; null for none.</summary>
    public string? ExpectedChecksum { get; init; }

    /// <summary>Client token of the first request, 1-128 characters; null for a fresh one.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The item in work; null for none.</summary>
    public object? Item { get; init; }

    /// <summary>Whether the change completes a new user, whose record in the change log has it.</summary>
    public bool IsPartOfCreate { get; init; }

    /// <summary>Whether nothing will be written: then the user's lock is not needed.</summary>
    public bool IsWhatIf { get; init; }

    /// <summary>False to return as soon as AWS has accepted the request.</summary>
    public bool Wait { get; init; } = true;

    /// <summary>Whether the user is read again after the change, whatever was changed.</summary>
    public bool ReadBack { get; init; }

    /// <summary>The patch document to send as it was given, when no other change was requested.</summary>
    public PatchDocument? Verbatim => Changes.IsEmpty ? Patch : null;

    /// <summary>The requested change as a text that is the same in every process.</summary>
    public string ToStableText() => $"{Changes.ToStableText()}\n{Patch?.ToJson()}\n{IfUnchanged}";

    /// <summary>What there is to do for a live state. Throws where the change cannot be made of this user.</summary>
    public UserUpdatePlan PlanFrom(JsonObject live)
    {
        var desired = ApplyTo(live);
        var label = live[nameof(Username)]?.ToString() ?? UserArn;
        var changes = UserValidator.ValidateChanges(Changes, live);
        UserProblems.ThrowIfAny(
            label,
            [
                .. NameProblem(live),
                .. changes,
                .. UserValidator.ValidateResult(live, desired).Where(problem => changes.All(known => known.PropertyName != problem.PropertyName)),
                .. IdentityRules.CheckChange(IdentityManagement, live, desired),
            ]);
        PerChannelSettings.Merge(live, desired);
        return new UserUpdatePlan(UserArn, live, desired, UserPatch.Create(live, desired));
    }

    /// <summary>Another name than the user's is an intended rename, or the ARN of the wrong user.</summary>
    private IEnumerable<UserProblem> NameProblem(JsonObject live)
    {
        if (Username is not null && live[nameof(Username)]?.ToString() is { } name && !name.Equals(Username, StringComparison.OrdinalIgnoreCase))
        {
            yield return UserValidator.NotUpdatable(UserSchema.Get("Username")) with
            {
                Message = $"The requested Username is '{Username}', but '{ServiceText.Shorten(UserArn)}' is '{name}', and AWS has no call that renames a user.",
            };
        }
    }

    private JsonObject ApplyTo(JsonObject live)
    {
        var desired = Changes.ApplyTo(live);
        try
        {
            return Patch is null ? desired : Patch.Apply(desired);
        }
        catch (ConnectOperationException exception)
        {
            throw new ConnectOperationException(
                exception.ErrorId,
                $"The patch document does not fit '{live[nameof(Username)]?.ToString() ?? UserArn}': {exception.Message}",
                "Read the user with Get-ConnectUser and correct -PatchDocument.",
                exception);
        }
    }
}
