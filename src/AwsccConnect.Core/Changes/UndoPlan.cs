using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Changes;

/// <summary>
/// What takes the changes of a user back. The live state is null where there is no such user, the desired one for no user. <c>UndoOf</c> has
/// the ids of the changes that are undone, in whole or in part, or need nothing; <c>UndoParts</c>, by these ids, what of those that update the
/// user; <c>Conflicts</c> what is left as it is, and why.
/// </summary>
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
