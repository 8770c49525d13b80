using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Compares a desired user with a live one, or with none.</summary>
internal sealed class StackComparer(string owner, StackPlanOptions options)
{
    public StackPlanItem Compare(DesiredStackUser desired, StackScope scope, string userArn, JsonObject live)
    {
        if (desired.Failure is { } known)
        {
            return desired.ToBlocked(known, scope, desired.IsFault) with { UserArn = userArn };
        }

        var username = JsonText.StringOf(live["Username"]) ?? desired.Username;
        var present = StackOwnership.OwnerOf(live);
        var changes = options.Adopts && present != owner ? StackOwnership.WithOwner(desired.Changes!, owner) : desired.Changes!;
        if (present is not null && present != owner && !options.Adopts)
        {
            return Blocked(OfOtherStack(username ?? userArn, present));
        }

        var update = new UserUpdate
        {
            UserArn = userArn,
            Username = desired.Username,
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
            return Blocked(exception);
        }

        var isDifferent = !plan.Patch.IsEmpty;
        return desired.ToItem(isDifferent ? StackUserStatus.Different : StackUserStatus.InSync, scope) with
        {
            Username = username,
            UserArn = userArn,
            Differences = StackDifferences.Between(live, plan.Desired, scope.NameOf),
            Update = isDifferent ? update : null,
            Operations = isDifferent && options.KeepsOperations ? UserPatch.Describe(plan.Patch, live, scope.NameOf) : [],
            Live = !isDifferent && options.KeepsUsers ? scope.Operations.Connection.ToUser(live) : null,
        };

        StackPlanItem Blocked(ConnectOperationException failure) =>
            desired.ToBlocked(failure, scope) with { UserArn = userArn, Differences = Differences(desired, changes, scope, live) };
    }

    public StackPlanItem CompareToNothing(DesiredStackUser desired, StackScope scope)
    {
        if (desired.Failure is { } known)
        {
            return desired.ToBlocked(known, scope, desired.IsFault);
        }

        var creation = StackOwnership.WithOwner(desired.Changes!, owner);
        var model = ModelOf(creation, desired.User, scope);
        var problems = UserValidator.ValidateCreate(model, hasPassword: false);
        var item = problems.Count > 0
            ? desired.ToBlocked(UserProblems.ToException(desired.User.Row.ToString(), problems), scope)
            : desired.ToItem(StackUserStatus.Missing, scope) with { Creation = creation };
        return item with { Differences = StackDifferences.OfNew(model, scope.NameOf) };
    }

    /// <summary>A user of the stack that is not in the file.</summary>
    public static StackPlanItem ToExtra(StackScope scope, string userArn, JsonObject live) => new()
    {
        Status = StackUserStatus.Extra,
        Scope = scope,
        Username = JsonText.StringOf(live["Username"]),
        UserArn = userArn,
    };

    /// <summary>The resource model of a user that is to be created, without the password.</summary>
    public static JsonObject ModelOf(UserChanges creation, StackUser user, StackScope scope)
    {
        var model = creation.ToCreateModel();
        model["InstanceArn"] = scope.InstanceArn;
        if (user.Row.Username is { } username)
        {
            model["Username"] = username;
        }

        return model;
    }

    /// <summary>The refusal to change a user of another stack.</summary>
    public static ConnectOperationException OfOtherStack(string label, string present) => new(
        ErrorIds.OwnedByOtherStack,
        $"'{label}' belongs to the stack '{present}' (tag {StackOwnership.TagKey}).");

    /// <summary>The differences of a user that cannot be changed to the desired state.</summary>
    private static IReadOnlyList<StackDifference> Differences(DesiredStackUser desired, UserChanges changes, StackScope scope, JsonObject live)
    {
        var state = changes.ApplyTo(live);
        if (desired.Username is { } name && !name.Equals(JsonText.StringOf(live["Username"]), StringComparison.OrdinalIgnoreCase))
        {
            state["Username"] = name;
        }

        return StackDifferences.Between(live, state, scope.NameOf);
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
}
