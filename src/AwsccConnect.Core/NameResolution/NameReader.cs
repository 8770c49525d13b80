using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>Reads the names, and the paths, of all resources of a type through Cloud Control, which lists resources without them.</summary>
internal sealed class NameReader(ConnectResources directory, HierarchyAncestors ancestors, int parallelism)
{
    /// <summary>The ARNs of a type in a scope.</summary>
    public Task<IReadOnlyList<string>> ListAsync(ConnectResourceKind kind, string scope, CancellationToken cancellationToken) => kind switch
    {
        ConnectResourceKind.Instance => directory.ListInstanceArnsAsync(cancellationToken).CollectAsync(),
        ConnectResourceKind.RoutingProfile => directory.ListArnsAsync(LookupTypes.RoutingProfile, scope, cancellationToken).CollectAsync(),
        ConnectResourceKind.SecurityProfile => directory.ListArnsAsync(LookupTypes.SecurityProfile, scope, cancellationToken).CollectAsync(),
        ConnectResourceKind.HierarchyGroup => directory.ListArnsAsync(LookupTypes.HierarchyGroup, scope, cancellationToken).CollectAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public Task<NameTable> ReadAsync(ConnectResourceKind kind, IReadOnlyList<string> arns, CancellationToken cancellationToken) => kind switch
    {
        ConnectResourceKind.Instance => ReadAsync(LookupTypes.Instance, arns, cancellationToken),
        ConnectResourceKind.RoutingProfile => ReadAsync(LookupTypes.RoutingProfile, arns, cancellationToken),
        ConnectResourceKind.SecurityProfile => ReadAsync(LookupTypes.SecurityProfile, arns, cancellationToken),
        ConnectResourceKind.HierarchyGroup => ReadAsync(LookupTypes.HierarchyGroup, arns, cancellationToken, HierarchyPaths.Fill),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Reads hierarchy groups with those above them, so that their paths can be worked out.</summary>
    public Task ReadParentsAsync(IReadOnlyList<string> groups, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        groups,
        new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken },
        async (group, token) => await ancestors.ReadAsync(group, token).ConfigureAwait(false));

    private async Task<NameTable> ReadAsync<T>(
        LookupType<T> type, IReadOnlyList<string> arns, CancellationToken cancellationToken, Action<IReadOnlyList<T>>? complete = null)
    {
        var found = new List<(string Arn, T Resource)>();
        var reads = BulkStream.RunAsync(
            arns.ToAsyncSequence(), parallelism, BulkOrder.AsSubmitted, (arn, token) => directory.ReadAsync(type, arn, token), cancellationToken);
        await foreach (var read in reads.ConfigureAwait(false))
        {
            if (read.Error is null)
            {
                found.Add((read.Item, read.Result!));
            }
            else if (read.Error is not ConnectOperationException { ErrorId: ErrorIds.NotFound })
            {
                // What was removed between the list and the read has no name any more; all else is a failure.
                throw read.Error;
            }
        }

        complete?.Invoke([.. found.Select(item => item.Resource)]);
        return new NameTable([.. found.Select(item => new NamedResource(item.Arn, type.NameOf(item.Resource), type.PathOf(item.Resource)))]);
    }
}
