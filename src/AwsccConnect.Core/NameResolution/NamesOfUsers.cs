using System.Collections.Concurrent;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// Reads the names that users have beside their ARNs, once for an instance, into the session's cache. Where they cannot be read, as
/// without the permission, users have ids instead.
/// </summary>
internal sealed class NamesOfUsers(NameResolver names, CommandRun run)
{
    private readonly ConcurrentDictionary<(ConnectResourceKind Kind, string Instance), Lazy<Task<bool>>> _lists = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _groups = new(StringComparer.Ordinal);

    /// <summary>The instance whose lists were read last, which most users are of: spares looking that up for each user.</summary>
    private volatile string? _completed;

    /// <summary>Starts reading the names that every user of an instance has.</summary>
    public void Start(string instanceArn)
    {
        if (instanceArn != _completed)
        {
            _ = ReadList(ConnectResourceKind.RoutingProfile, instanceArn);
            _ = ReadList(ConnectResourceKind.SecurityProfile, instanceArn);
        }
    }

    /// <summary>Ends when the names of a user, if there is one, were read or cannot be.</summary>
    public async ValueTask ReadAsync(ConnectUser? user, CancellationToken cancellationToken)
    {
        if (user?.InstanceArn is not { } instance)
        {
            return;
        }

        if (user.HierarchyGroupArn is { } group)
        {
            await ReadGroup(instance, group).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (instance != _completed)
        {
            await ReadList(ConnectResourceKind.RoutingProfile, instance).WaitAsync(cancellationToken).ConfigureAwait(false);
            await ReadList(ConnectResourceKind.SecurityProfile, instance).WaitAsync(cancellationToken).ConfigureAwait(false);
            _completed = instance;
        }
    }

    private Task<bool> ReadList(ConnectResourceKind kind, string instance) => _lists.GetOrAdd(
        (kind, instance),
        static (key, self) => new Lazy<Task<bool>>(() => self.TryReadAsync(key.Kind, key.Instance, null)),
        this).Value;

    private Task<bool> ReadGroup(string instance, string arn) => _groups.GetOrAdd(
        arn,
        static (arn, reader) => new Lazy<Task<bool>>(async () =>
            await reader.Self.ReadList(ConnectResourceKind.HierarchyGroup, reader.Instance).ConfigureAwait(false)
            && await reader.Self.TryReadAsync(ConnectResourceKind.HierarchyGroup, reader.Instance, arn).ConfigureAwait(false)),
        (Self: this, Instance: instance)).Value;

    private async Task<bool> TryReadAsync(ConnectResourceKind kind, string instance, string? arn)
    {
        try
        {
            await names.ReadShownAsync(kind, instance, arn, run.Stop.Stopping).ConfigureAwait(false);
            return true;
        }
        catch (ConnectOperationException exception)
        {
            run.Observer.Note($"Users of {arn ?? instance} have the ids of {ConnectArn.NounOf(kind)}s instead of names, because the names cannot be read: {exception.ErrorId}.");
            return false;
        }
    }
}
