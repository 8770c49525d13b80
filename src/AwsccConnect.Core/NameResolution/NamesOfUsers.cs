using System.Collections.Concurrent;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// Reads the names that users have beside their ARNs, once for an instance, into the session's cache. Where they cannot be read, as
/// without the permission, users have ids in their place.
/// </summary>
internal sealed class NamesOfUsers(NameResolver names, CommandRun run)
{
    private readonly ConcurrentDictionary<(ConnectResourceKind Kind, string Instance), Lazy<Task>> _reads = new();

    /// <summary>Starts reading the names that every user of an instance has.</summary>
    public void Start(string instanceArn)
    {
        _ = Read(ConnectResourceKind.RoutingProfile, instanceArn);
        _ = Read(ConnectResourceKind.SecurityProfile, instanceArn);
    }

    /// <summary>Ends when the names of a user, if there is one, were read or cannot be.</summary>
    public async Task ReadAsync(ConnectUser? user, CancellationToken cancellationToken)
    {
        if (user?.InstanceArn is not { } instance)
        {
            return;
        }

        if (user.HierarchyGroupArn is not null)
        {
            await Read(ConnectResourceKind.HierarchyGroup, instance).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        await Read(ConnectResourceKind.RoutingProfile, instance).WaitAsync(cancellationToken).ConfigureAwait(false);
        await Read(ConnectResourceKind.SecurityProfile, instance).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task Read(ConnectResourceKind kind, string instance) => _reads.GetOrAdd(
        (kind, instance),
        static (key, self) => new Lazy<Task>(() => self.TryReadAsync(key.Kind, key.Instance)),
        this).Value;

    private async Task TryReadAsync(ConnectResourceKind kind, string instance)
    {
        try
        {
            await names.ListAsync(kind, instance, run.Stop.Stopping).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            run.Observer.Note($"Users of {instance} have the ids of {NameReader.NounOf(kind)}s in place of their names, which cannot be read: {exception.ErrorId}.");
        }
    }
}
