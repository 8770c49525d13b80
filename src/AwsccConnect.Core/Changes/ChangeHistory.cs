namespace AwsccConnect.Core.Changes;

/// <summary>The changes of a change log that can be undone.</summary>
internal static class ChangeHistory
{
    /// <summary>
    /// The selected changes by user, the user of the newest change first. Left out is what was undone already, and the undo of changes
    /// that are selected too: taking back everything twice does nothing the second time. An undo that is selected without what it took
    /// back is a change like any other.
    /// </summary>
    public static IReadOnlyList<UserUndo> Select(IReadOnlyList<ChangeRecord> records, Func<ChangeRecord, bool> isSelected)
    {
        var undone = new UndoneParts(records);
        var selected = records.Where(isSelected).Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        var byUser = records.ToLookup(KeyOf, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. records.Reverse()
                .Where(record => selected.Contains(record.Id) && !undone.IsUndone(record)
                    && !(record.Outcome == ChangeOutcome.Done && record.UndoOf.Any(selected.Contains)))
                .GroupBy(KeyOf, StringComparer.OrdinalIgnoreCase)
                .Select(group => new UserUndo(
                    [.. group],
                    byUser[group.Key].LastOrDefault(record => record.UserArn is not null)?.UserArn,
                    MadeAgain(byUser[group.Key]),
                    undone)),
        ];
    }

    /// <summary>The ARNs of users that an undo has created again, each with the ARNs of the users that it stands for.</summary>
    private static Dictionary<string, IReadOnlySet<string>> MadeAgain(IEnumerable<ChangeRecord> ofUser)
    {
        var arnOf = new Dictionary<string, string?>(StringComparer.Ordinal);
        var again = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var record in ofUser)
        {
            if (record is { Operation: "CREATE", UndoOf.Count: > 0, UserArn: { } arn })
            {
                var earlier = record.UndoOf.Select(id => arnOf.GetValueOrDefault(id)).OfType<string>().ToHashSet(StringComparer.Ordinal);
                again[arn] = earlier.Concat(earlier.SelectMany(before => again.GetValueOrDefault(before) ?? new HashSet<string>())).ToHashSet(StringComparer.Ordinal);
            }

            arnOf[record.Id] = record.UserArn;
        }

        return again;
    }

    private static string KeyOf(ChangeRecord record) => record.Username is null ? record.Label : $"{record.InstanceArn}/{record.Username}";
}
