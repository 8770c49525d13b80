using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Holds a wanted user against a live one, or against none.</summary>
/// <param name="owner">The value of the stack's ownership tag.</param>
/// <param name="options">What is asked of the plan.</param>
internal sealed class StackComparer(string owner, StackPlanOptions options)
{
    /// <summary>Compares a user that exists.</summary>
    /// <param name="wanted">The wanted user; its names are resolved.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="userArn">ARN of the user.</param>
    /// <param name="live">The live state; it is not kept.</param>
    /// <returns>InSync, Different or Blocked.</returns>
    public StackPlanItem Compare(WantedUser wanted, StackPlace place, string userArn, JsonObject live)
    {
        if (wanted.Failure is { } known)
        {
            return wanted.ToBlocked(known, wanted.IsFault, place, userArn);
        }

        var username = JsonText.StringOf(live["Username"]) ?? wanted.Username;
        var present = StackOwnership.OwnerOf(live);
        var changes = options.Adopts && present != owner ? StackTags.WithOwner(wanted.Changes!, owner) : wanted.Changes!;
        if (present is not null && present != owner && !options.Adopts)
        {
            return wanted.ToBlocked(OfOtherStack(username ?? userArn, present), isFault: false, place, userArn, Differences(wanted, changes, live));
        }

        var update = new UserUpdate
        {
            UserArn = userArn,
            Username = wanted.Username,
            Changes = changes,
            IfUnchanged = options.IfUnchanged,
            Expected = options.IfUnchanged ? Touched(changes, live) : null,
            ReadBack = options.KeepsUsers,
        };
        UserUpdatePlan plan;
        try
        {
            plan = update.PlanFrom(live);
        }
        catch (ConnectOperationException exception)
        {
            return wanted.ToBlocked(exception, isFault: false, place, userArn, Differences(wanted, changes, live));
        }

        var isDifferent = !plan.Patch.IsEmpty;
        return new StackPlanItem
        {
            Status = isDifferent ? StackUserStatus.Different : StackUserStatus.InSync,
            User = wanted.User,
            Index = wanted.Index,
            Place = place,
            Username = username,
            UserArn = userArn,
            Differences = StackDifferences.Between(live, plan.Wanted),
            Update = isDifferent ? update : null,
            Operations = isDifferent && options.KeepsOperations ? UserPatch.Describe(plan.Patch, live) : [],
            Live = !isDifferent && options.KeepsUsers ? UserOf(place, live) : null,
        };
    }

    /// <summary>Looks at a user that does not exist.</summary>
    /// <param name="wanted">The wanted user; its names are resolved.</param>
    /// <param name="place">Where it is to be.</param>
    /// <returns>Missing, or Blocked where it cannot be created as it is wanted.</returns>
    public StackPlanItem CompareToNothing(WantedUser wanted, StackPlace place)
    {
        if (wanted.Failure is { } known)
        {
            return wanted.ToBlocked(known, wanted.IsFault, place);
        }

        var creation = StackTags.WithOwner(wanted.Changes!, owner);
        var model = ModelOf(creation, wanted.User, place);
        var problems = UserValidator.ValidateCreate(model, hasPassword: false);
        return problems.Count > 0
            ? wanted.ToBlocked(UserProblems.ToException(wanted.User.Row.ToString(), problems), isFault: false, place, null, StackDifferences.OfNew(model))
            : new StackPlanItem
            {
                Status = StackUserStatus.Missing,
                User = wanted.User,
                Index = wanted.Index,
                Place = place,
                Username = wanted.Username,
                Differences = StackDifferences.OfNew(model),
                Creation = creation,
            };
    }

    /// <summary>A user of the stack that is not in the file.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="userArn">ARN of the user.</param>
    /// <param name="live">The live state; it is not kept.</param>
    /// <returns>Extra.</returns>
    public static StackPlanItem ToExtra(StackPlace place, string userArn, JsonObject live) => new()
    {
        Status = StackUserStatus.Extra,
        Place = place,
        Username = JsonText.StringOf(live["Username"]),
        UserArn = userArn,
    };

    /// <summary>The resource model of a user that is to be created, without the password.</summary>
    /// <param name="creation">What it is to be created with.</param>
    /// <param name="user">The wanted user.</param>
    /// <param name="place">Where it is to be.</param>
    /// <returns>The model.</returns>
    public static JsonObject ModelOf(UserChanges creation, StackUser user, StackPlace place)
    {
        var model = creation.ToModel();
        model["InstanceArn"] = place.InstanceArn;
        if (user.Row.Username is { } username)
        {
            model["Username"] = username;
        }

        return model;
    }

    /// <summary>The refusal to change a user of another stack.</summary>
    /// <param name="label">The user.</param>
    /// <param name="present">The other stack.</param>
    /// <returns>The exception.</returns>
    public static ConnectOperationException OfOtherStack(string label, string present) => new(
        StackPlanErrorIds.OwnedByOtherStack,
        $"'{label}' belongs to the stack '{present}' (tag {StackOwnership.TagKey}).",
        "Take the user out of one of the two files; or say -Adopt, which takes it over from the other stack.");

    /// <summary>What is not as wanted of a user that cannot be made so.</summary>
    private static IReadOnlyList<StackDifference> Differences(WantedUser wanted, UserChanges changes, JsonObject live)
    {
        var state = changes.ApplyTo(live);
        if (wanted.Username is { } name && !name.Equals(JsonText.StringOf(live["Username"]), StringComparison.OrdinalIgnoreCase))
        {
            state["Username"] = name;
        }

        return StackDifferences.Between(live, state);
    }

    /// <summary>The part of a live state that a change is about.</summary>
    private static JsonObject Touched(UserChanges changes, JsonObject live)
    {
        var part = new JsonObject();
        foreach (var property in changes.Touched)
        {
            new UserChange(property) { Value = JsonPointer.Get(live, property.Pointer)?.DeepClone() }.ApplyTo(part);
        }

        return part;
    }

    private static ConnectUser UserOf(StackPlace place, JsonObject live)
    {
        var user = ConnectUser.FromJson(live, place.Context.Region);
        user.Names = place.Context.Names;
        return user;
    }
}
