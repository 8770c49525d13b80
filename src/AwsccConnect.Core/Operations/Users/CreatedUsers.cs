using System.Collections.Concurrent;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// The users that a session has created within the last minute. AWS is eventually consistent: a user that was just created
/// may not be found by the next call. Safe from any thread.
/// </summary>
internal sealed class CreatedUsers(TimeProvider time)
{
    /// <summary>How long a user counts as just created.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, CreatedUser> _users = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Adds the user of a create that has just succeeded; other events are passed over.</summary>
    public void Add(ProgressEvent progress)
    {
        if (progress.Operation == Operation.CREATE && progress.OperationStatus == OperationStatus.SUCCESS && !string.IsNullOrEmpty(progress.Identifier)
            && progress.TypeName is null or ResourceTypes.User
            && (progress.EventTime is not { } ended || time.GetUtcNow().UtcDateTime - ended.ToUniversalTime() < Recent))
        {
            Add(progress.Identifier);
        }
    }

    /// <summary>Adds a user.</summary>
    public void Add(string userArn)
    {
        while (_order.TryPeek(out var oldest) && (!_users.TryGetValue(oldest, out var user) || !IsRecent(user)) && _order.TryDequeue(out var ended))
        {
            _users.TryRemove(ended, out _);
        }

        if (_users.TryAdd(userArn, new CreatedUser(time.GetTimestamp())))
        {
            _order.Enqueue(userArn);
        }
    }

    /// <summary>A read has found the user.</summary>
    public void WasRead(string userArn)
    {
        if (!_users.IsEmpty && _users.TryGetValue(userArn, out var user))
        {
            user.WasRead = true;
        }
    }

    /// <summary>The session has removed the user.</summary>
    public void WasRemoved(string userArn)
    {
        if (_users.TryGetValue(userArn, out var user))
        {
            user.WasRemoved = true;
        }
    }

    /// <summary>Whether the session has just created the user and not removed it.</summary>
    public bool IsRecent(string userArn) => _users.TryGetValue(userArn, out var user) && !user.WasRemoved && IsRecent(user);

    /// <summary>Whether the session has just created the user and no read has found it yet.</summary>
    public bool IsUnread(string userArn) => IsRecent(userArn) && _users.TryGetValue(userArn, out var user) && !user.WasRead;

    private bool IsRecent(CreatedUser user) => time.GetElapsedTime(user.Since) < Recent;

    private sealed class CreatedUser(long since)
    {
        public long Since => since;

        public bool WasRead { get; set; }

        public bool WasRemoved { get; set; }
    }
}
