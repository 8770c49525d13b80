using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations;

/// <summary>An update under way: what was planned at first and what is left.</summary>
/// <param name="update">What was asked.</param>
/// <param name="plan">The first plan.</param>
internal sealed class UpdateAttempt(UserUpdate update, UserUpdatePlan plan)
{
    private readonly UserUpdatePlan _first = plan;

    /// <summary>What was asked.</summary>
    public UserUpdate Update => update;

    /// <summary>The plan of the latest request.</summary>
    public UserUpdatePlan Plan { get; private set; } = plan;

    /// <summary>Whether AWS has ended a request of ours as FAILED.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Plans anew from the live state. With -IfUnchanged, what is neither old nor wanted is somebody else's.</summary>
    /// <param name="live">The live state.</param>
    public void Retry(JsonObject live)
    {
        if (update.IfUnchanged)
        {
            ConcurrentChanges.ThrowIfAny(_first, _first.Live, live);
        }

        Plan = update.PlanFrom(live);
    }

    /// <summary>Whether the first patch touches a top-level property.</summary>
    /// <param name="property">Name of the property.</param>
    /// <returns>True when it does.</returns>
    public bool Touches(string property) =>
        Paths().Any(path => path == "/" + property || path.StartsWith("/" + property + "/", StringComparison.Ordinal));

    /// <summary>The touched properties that have the wanted value.</summary>
    /// <param name="after">The state after the update.</param>
    /// <returns>JSON pointers.</returns>
    public IReadOnlyList<string> AppliedIn(JsonObject after) => [.. Paths().Where(path => Has(after, path))];

    /// <summary>The touched properties that do not have the wanted value.</summary>
    /// <param name="after">The state after the update.</param>
    /// <returns>JSON pointers.</returns>
    public IReadOnlyList<string> MissingIn(JsonObject after) => [.. Paths().Where(path => !Has(after, path))];

    private bool Has(JsonObject after, string path) =>
        UserStateComparer.AreEqual(path, JsonPointer.Get(_first.Wanted, path), JsonPointer.Get(after, path));

    private IEnumerable<string> Paths() => _first.Patch.SelectMany(ConcurrentChanges.LeavesOf).Distinct(StringComparer.Ordinal);
}
