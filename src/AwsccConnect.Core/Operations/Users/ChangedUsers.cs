namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// The users that a session has created or changed, or may have, within the last 15 minutes: the index of Amazon Connect's search may not
/// have the change yet. Safe from any thread.
/// </summary>
internal sealed class ChangedUsers(TimeProvider time)
{
    /// <summary>A change that is older is taken to be in the index of the search.</summary>
    public static readonly TimeSpan SearchDelay = TimeSpan.FromMinutes(15);

    /// <summary>Users that are kept at most: 10,000, some 3 MB.</summary>
    public const int Limit = 10_000;

    private readonly object _gate = new();
    private readonly Dictionary<string, long> _users = new(StringComparer.OrdinalIgnoreCase);
    private long? _lost;

    /// <summary>Adds a user; an absent ARN is passed over.</summary>
    public void Add(string? userArn)
    {
        if (string.IsNullOrEmpty(userArn))
        {
            return;
        }

        lock (_gate)
        {
            if (_users.Count == Limit && !_users.ContainsKey(userArn))
            {
                foreach (var (old, _) in _users.Where(user => !IsRecent(user.Value)).ToList())
                {
                    _users.Remove(old);
                }

                if (_users.Count == Limit)
                {
                    _users.Clear();
                    _lost = time.GetTimestamp();
                }
            }

            _users[userArn] = time.GetTimestamp();
        }
    }

    /// <summary>Removes a user that there is no more.</summary>
    public void Remove(string userArn)
    {
        lock (_gate)
        {
            _users.Remove(userArn);
        }
    }

    /// <summary>The users of an instance, the oldest change first; null where there were too many to keep.</summary>
    public IReadOnlyList<string>? Of(string instanceArn)
    {
        lock (_gate)
        {
            return _lost is { } since && IsRecent(since)
                ? null
                : [.. _users.Where(user => IsRecent(user.Value) && user.Key.StartsWith(instanceArn + "/", StringComparison.OrdinalIgnoreCase)).OrderBy(user => user.Value).Select(user => user.Key)];
        }
    }

    private bool IsRecent(long since) => time.GetElapsedTime(since) < SearchDelay;
}
