using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Binding;

/// <summary>Finds the usernames that are in a roster twice for one instance.</summary>
internal static class RosterDuplicates
{
    /// <summary>The rows whose user is in an earlier row too, in order, each with its error.</summary>
    public static IReadOnlyDictionary<RosterRow, ConnectOperationException> Find(IEnumerable<RosterRow> rows)
    {
        var first = new Dictionary<(string Username, string Instance), RosterRow>();
        var duplicates = new Dictionary<RosterRow, ConnectOperationException>(ReferenceEqualityComparer.Instance);
        foreach (var row in rows.Where(row => row.Error is null))
        {
            if (Text(row, "Username") is not { } username || first.TryAdd((username.ToUpperInvariant(), Text(row, "InstanceArn") ?? string.Empty), row))
            {
                continue;
            }

            var earlier = first[(username.ToUpperInvariant(), Text(row, "InstanceArn") ?? string.Empty)];
            duplicates.Add(row, new ConnectOperationException(
                ErrorIds.DuplicateUser, $"{row.Source}: The user '{username}' is in the file twice; the first is at {earlier.Source}."));
        }

        return duplicates;
    }

    private static string? Text(RosterRow row, string property) => row.Cells
        .Where(cell => UserSchema.TryFind(cell.Key, out var known) && known.Name == property)
        .Select(cell => (cell.Value as string)?.Trim())
        .FirstOrDefault(text => !string.IsNullOrEmpty(text));
}
