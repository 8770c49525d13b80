using System.Collections.Concurrent;

namespace AwsccConnect.Core.NameResolution;

/// <summary>Which hierarchy groups are below which. Only the groups on the way up are read, each once.</summary>
internal sealed class HierarchyAncestors(ConnectResources directory)
{
    /// <summary>The levels that a hierarchy can have.</summary>
    private const int Levels = 5;

    private readonly ConcurrentDictionary<string, string?> _parents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a group is one of others or below one of them.</summary>
    /// <exception cref="ConnectOperationException">A group could not be read.</exception>
    public async Task<bool> IsInAsync(string? group, IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        for (var level = 0; group is not null && level < Levels; level++)
        {
            if (groups.Contains(group, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }

            group = await ParentOfAsync(group, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    private async Task<string?> ParentOfAsync(string group, CancellationToken cancellationToken)
    {
        if (!_parents.TryGetValue(group, out var parent))
        {
            try
            {
                parent = (await directory.ReadAsync(LookupTypes.HierarchyGroup, group, cancellationToken).ConfigureAwait(false)).ParentGroupArn;
            }
            catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.NotFound)
            {
                // Removed since the user was read.
            }

            _parents[group] = parent;
        }

        return parent;
    }
}
