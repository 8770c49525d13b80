using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Changes;

/// <summary>What takes the changes of a user back.</summary>
/// <param name="Undo">The changes.</param>
/// <param name="Live">The live state; null where there is no such user.</param>
/// <param name="Desired">The state to reach; null for no user.</param>
/// <param name="UndoOf">Ids of the changes that are undone, in whole or in part, or need nothing.</param>
/// <param name="UndoParts">What of those that update the user is undone or needs nothing, by id of the change.</param>
/// <param name="Conflicts">What is left as it is, and why.</param>
internal sealed record UndoPlan(
    UserUndo Undo,
    JsonObject? Live,
    JsonObject? Desired,
    IReadOnlyList<string> UndoOf,
    IReadOnlyDictionary<string, IReadOnlyList<string>> UndoParts,
    IReadOnlyList<string> Conflicts)
{
    /// <summary>CREATE, UPDATE or DELETE; null for nothing to do.</summary>
    public string? Operation => (Live, Desired) switch
    {
        (null, null) => null,
        (null, _) => "CREATE",
        (_, null) => "DELETE",
        _ => PropertyChange.Between(Live, Desired).Count == 0 ? null : "UPDATE",
    };
}
