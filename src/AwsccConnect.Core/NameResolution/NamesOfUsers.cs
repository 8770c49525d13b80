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
    private readonly ConcurrentDictionary<(ConnectResourceKind Kind, string Instance, string? Arn), Lazy<Task<bool>>> _reads = new();

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

        if (user.HierarchyGroupArn is { } group && await Read(ConnectResourceKind.HierarchyGroup, instance).WaitAsync(cancellationToken).ConfigureAwait(false))
        {
            await Read(ConnectResourceKind.HierarchyGroup, instance, group).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        await Read(ConnectResourceKind.RoutingProfile, instance).WaitAsync(cancellationToken).ConfigureAwait(false);
        await Read(ConnectResourceKind.SecurityProfile, instance).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> Read(ConnectResourceKind kind, string instance, string? arn = null) => _reads.GetOrAdd(
        (kind, instance, arn),
        static (key, self) => new Lazy<Task<bool>>(() => self.TryReadAsync(key.Kind, key.Instance, key.Arn)),
        this).Value;

    private async Task<bool> TryReadAsync(ConnectResourceKind kind, string instance, string? arn)
    {
        try
        {
            await names.ReadShownAsync(kind, instance, arn, run.Stop.Stopping).ConfigureAwait(false);
            return true;
        }
        catch (ConnectOperationException exception)
        {
            run.Observer.Note($"Users of {arn ?? instance} have the ids of {NameReader.NounOf(kind)}s instead of names, because the names cannot be read: {exception.ErrorId}.");
            return false;
        }
    }
}
