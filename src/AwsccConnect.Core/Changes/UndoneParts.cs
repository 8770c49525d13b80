namespace AwsccConnect.Core.Changes;

/// <summary>What of the changes of a log was undone by an undo that was not undone itself.</summary>
internal sealed class UndoneParts
{
    private readonly Dictionary<string, HashSet<string>> _undone = new(StringComparer.Ordinal);

    /// <summary>Reads it from all changes of the log, in order.</summary>
    public UndoneParts(IReadOnlyList<ChangeRecord> records)
    {
        var byId = records.ToDictionary(record => record.Id, StringComparer.Ordinal);
        foreach (var undo in records.Reverse().Where(record => record.Outcome == ChangeOutcome.Done && !IsUndone(record)))
        {
            var back = _undone.GetValueOrDefault(undo.Id);
            foreach (var target in undo.UndoOf.Where(byId.ContainsKey).Select(id => byId[id]))
            {
                if (!_undone.TryGetValue(target.Id, out var parts))
                {
                    _undone.Add(target.Id, parts = new(StringComparer.Ordinal));
                }

                // A user is created or removed as a whole: an undo of which a part is undone does not count for that.
                parts.UnionWith((undo.UndoParts?.GetValueOrDefault(target.Id) ?? target.Parts)
                    .Where(part => back is null || (part.Length > 0 && !back.Contains(part))));
            }
        }
    }

    /// <summary>Whether all of a change is undone.</summary>
    public bool IsUndone(ChangeRecord record) => _undone.TryGetValue(record.Id, out var parts) && parts.IsSupersetOf(record.Parts);

    /// <summary>Whether all of a property that a change has touched is undone.</summary>
    public bool IsUndone(ChangeRecord record, PropertyChange change) => _undone.TryGetValue(record.Id, out var parts)
        && (record.IsUpdate ? parts.IsSupersetOf(change.Parts().Select(part => part.Id)) : IsUndone(record));

    /// <summary>Whether a part of a change is undone.</summary>
    public bool IsUndone(ChangeRecord record, ChangePart part) => _undone.TryGetValue(record.Id, out var parts) && parts.Contains(part.Id);
}
