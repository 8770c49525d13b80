using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// The users that a session has created or changed lately, or may have. AWS is eventually consistent: a user that was just created may not be
/// found by the next call, and the index of Amazon Connect's search follows changes with a delay. Safe from any thread.
/// </summary>
internal sealed class RecentUsers(TimeProvider time)
{
    /// <summary>How long a user counts as just created.</summary>
    public static readonly TimeSpan CreatedDelay = TimeSpan.FromMinutes(1);

    /// <summary>A change that is older is taken to be in the index of the search.</summary>
    public static readonly TimeSpan SearchDelay = TimeSpan.FromMinutes(15);

    /// <summary>Users that are kept at most: 10,000, some 3 MB.</summary>
    public const int Limit = 10_000;

    private readonly Dictionary<string, RecentUser> _users = new(StringComparer.OrdinalIgnoreCase);
    private long? _lost;

    /// <summary>Adds the user that the progress of a create or update is about; other events are passed over.</summary>
    public void Add(ProgressEvent progress)
    {
        if (progress.Operation != Operation.DELETE && progress.TypeName is null or ResourceTypes.User)
        {
            var hasJustEnded = progress.EventTime is not { } ended || time.GetUtcNow().UtcDateTime - ended.ToUniversalTime() < CreatedDelay;
            Add(progress.Identifier, progress.Operation == Operation.CREATE && progress.OperationStatus == OperationStatus.SUCCESS && hasJustEnded);
        }
    }

    /// <summary>Adds a user that was created just now, or changed; an absent ARN is passed over.</summary>
    public void Add(string? userArn, bool isCreated = false)
    {
        if (string.IsNullOrEmpty(userArn))
        {
            return;
        }

        lock (_users)
        {
            if (!_users.TryGetValue(userArn, out var user))
            {
                MakeRoom();
                _users.Add(userArn, user = new RecentUser());
            }

            user.Changed = time.GetTimestamp();
            user.Created ??= isCreated ? user.Changed : null;
        }
    }

    public void WasRead(string userArn) => Mark(userArn, static user => user.WasRead = true);

    public void WasRemoved(string userArn) => Mark(userArn, static user => user.WasRemoved = true);

    /// <summary>Whether the session has just created the user and not removed it; of one that no read has found yet, where the caller says so.</summary>
    public bool IsCreated(string userArn, bool unreadOnly)
    {
        lock (_users)
        {
            return _users.TryGetValue(userArn, out var user) && user is { WasRemoved: false, Created: { } since } && time.GetElapsedTime(since) < CreatedDelay
                && !(unreadOnly && user.WasRead);
        }
    }

    /// <summary>The users of an instance, the oldest change first; null where there were too many to keep.</summary>
    public IReadOnlyList<string>? Of(string instanceArn)
    {
        lock (_users)
        {
            return _lost is { } since && IsRecent(since) ? null :
            [
                .. _users.Where(user => !user.Value.WasRemoved && IsRecent(user.Value.Changed) && user.Key.StartsWith(instanceArn + "/", StringComparison.OrdinalIgnoreCase))
                    .OrderBy(user => user.Value.Changed)
                    .Select(user => user.Key),
            ];
        }
    }

    private void Mark(string userArn, Action<RecentUser> mark)
    {
        lock (_users)
        {
            if (_users.TryGetValue(userArn, out var user))
            {
                mark(user);
            }
        }
    }

    private void MakeRoom()
    {
        if (_users.Count < Limit)
        {
            return;
        }

        foreach (var (old, _) in _users.Where(user => !IsRecent(user.Value.Changed)).ToList())
        {
            _users.Remove(old);
        }

        if (_users.Count == Limit)
        {
            _users.Clear();
            _lost = time.GetTimestamp();
        }
    }

    private bool IsRecent(long since) => time.GetElapsedTime(since) < SearchDelay;

    private sealed class RecentUser
    {
        public long Changed { get; set; }

        public long? Created { get; set; }

        public bool WasRead { get; set; }

        public bool WasRemoved { get; set; }
    }
}
