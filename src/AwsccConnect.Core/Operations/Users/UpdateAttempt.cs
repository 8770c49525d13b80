using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>An update in flight: what was planned at first and what is left.</summary>
internal sealed class UpdateAttempt(UserUpdate update, UserUpdatePlan plan)
{
    private UserUpdatePlan _first = plan;

    public UserUpdate Update => update;

    /// <summary>The plan of the latest request.</summary>
    public UserUpdatePlan Plan { get; private set; } = plan;

    /// <summary>Whether a request, of this run or an earlier one, has not simply succeeded.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether an earlier run has made the change, which cannot be seen in the live state.</summary>
    public bool WasDoneBefore { get; private set; }

    /// <summary>
    /// Takes note of a request that did not simply succeed. What is left to do shows in the live state, before the next. Throws where
    /// continuing could make the change twice.
    /// </summary>
    public ProgressEvent? Resolve(AttemptResult end)
    {
        HasFailed = true;
        if (update.Patch is not { IsRepeatable: false })
        {
            return null;
        }

        // The live state does not show whether such a patch was applied: only the response to the same request does.
        if (end.Kind == AttemptResultKind.TokenConflict)
        {
            throw new ConnectOperationException(
                ErrorIds.ClientTokenConflict,
                $"An earlier run has sent a change of '{Plan.Label}', and whether it was applied cannot be determined: the patch document moves, copies, tests or counts positions in arrays.",
                "Look at the user with Get-ConnectUser; if the change is still needed, use another -RunId.");
        }

        WasDoneBefore = end.Kind == AttemptResultKind.ReplayedSuccess;
        return WasDoneBefore ? end.Event : null;
    }

    /// <summary>Plans the first request again: AWS has not accepted one yet.</summary>
    public void Renew(JsonObject live)
    {
        Retry(live);
        _first = Plan;
    }

    /// <summary>Plans again from the live state. With -IfUnchanged, a value that is neither old nor desired is a change of another client.</summary>
    public void Retry(JsonObject live)
    {
        if (update.IfUnchanged)
        {
            _first.ThrowIfChanged(_first.Live, live);
        }

        Plan = update.PlanFrom(live);
    }

    /// <summary>Whether the first patch touches a top-level property.</summary>
    public bool Touches(string property) =>
        _first.Patch.Leaves.Any(path => path == "/" + property || path.StartsWith("/" + property + "/", StringComparison.Ordinal));

    /// <summary>The touched properties that have the desired value.</summary>
    public IReadOnlyList<string> AppliedIn(JsonObject after) => [.. _first.Patch.Leaves.Where(path => Has(after, path))];

    /// <summary>The touched properties that do not have the desired value.</summary>
    public IReadOnlyList<string> MissingIn(JsonObject after) => [.. _first.Patch.Leaves.Where(path => !Has(after, path))];

    private bool Has(JsonObject after, string path) =>
        UserStateComparer.AreEqual(path, JsonPointer.Get(Plan.Desired, path), JsonPointer.Get(after, path));
}
