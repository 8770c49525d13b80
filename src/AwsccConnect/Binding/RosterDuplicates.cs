using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Binding;

/// <summary>Finds the usernames that are in rosters twice for one instance.</summary>
internal sealed class RosterDuplicates
{
    private readonly Dictionary<(string Username, string Instance), string> _first = [];

    /// <summary>The rows whose user is in an earlier row too, of the same file or one before it, in order, each with its error.</summary>
    public IReadOnlyDictionary<RosterRow, ConnectOperationException> Find(IEnumerable<RosterRow> rows)
    {
        var duplicates = new Dictionary<RosterRow, ConnectOperationException>(ReferenceEqualityComparer.Instance);
        foreach (var row in rows.Where(row => row.Error is null))
        {
            if (Text(row, "Username") is { } username
                && (username.ToUpperInvariant(), Text(row, "InstanceArn") ?? string.Empty) is var user && !_first.TryAdd(user, row.Source))
            {
                duplicates.Add(row, new ConnectOperationException(ErrorIds.DuplicateUser, $"{row.Source}: The user '{username}' is imported twice; the first is at {_first[user]}."));
            }
        }

        return duplicates;
    }

    private static string? Text(RosterRow row, string property) => row.Cells
        .Where(cell => UserSchema.TryFind(cell.Key, out var known) && known.Name == property)
        .Select(cell => (cell.Value as string)?.Trim())
        .FirstOrDefault(text => !string.IsNullOrEmpty(text));
}
