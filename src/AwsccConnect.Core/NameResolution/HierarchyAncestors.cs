using System.Collections.Concurrent;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.NameResolution;

/// <summary>Which hierarchy groups are below which. Only the groups on the way up are read, each once in a session: a parent never changes.</summary>
internal sealed class HierarchyAncestors(ConnectResources directory, NameCache cache, CommandCancellation stop)
{
    /// <summary>The levels that a hierarchy can have.</summary>
    private const int Levels = 5;

    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> _reads = new(StringComparer.Ordinal);

    /// <summary>Reads the groups from one up to the top, so that its path can be worked out.</summary>
    public Task ReadAsync(string group, CancellationToken cancellationToken) => IsInAsync(group, [], cancellationToken);

    /// <summary>Whether a group is one of others or below one of them.</summary>
    public async Task<bool> IsInAsync(string? group, IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        for (var level = 0; group is not null && level < Levels; level++)
        {
            if (groups.Contains(group, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }

            // Work for all rows: only the end of the command cancels it.
            group = cache.Parents.TryGetValue(group, out var parent)
                ? parent
                : await _reads.GetOrAdd(group, arn => new(() => Task.Run(() => ReadParentAsync(arn), CancellationToken.None))).Value
                    .WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    private async Task<string?> ReadParentAsync(string group)
    {
        try
        {
            return (await directory.ReadAsync(LookupTypes.HierarchyGroup, group, stop.Stopping).ConfigureAwait(false)).ParentGroupArn;
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.NotFound)
        {
            // Removed since the list or the user was read.
            cache.AddParent(group, null);
            return null;
        }
    }
}
