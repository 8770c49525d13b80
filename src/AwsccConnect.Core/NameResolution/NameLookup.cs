using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// The names of one type in one scope for one command. Each list is read at most once and what it lacks at most once,
/// however many rows use it; cached names cost no call, but an unknown name is looked up again, since
/// what it names may have been made a moment ago.
/// </summary>
internal sealed class NameLookup(NameCache cache, CommandCancellation stop, ConnectLists lists, NameReader reader, ConnectResourceKind kind, string scope)
{
    private object? _gate;
    private Task<NameTable?>? _listed;
    private Task<IReadOnlyList<string>>? _arns;
    private Task<NameTable>? _names;

    public async Task<NameMatch> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (await FindClearAsync(cache.Find(kind, scope), text, cancellationToken).ConfigureAwait(false) is { } cached)
        {
            return cached;
        }

        var id = text.Trim();
        if (id.Length > 0 && !id.Contains('/', StringComparison.Ordinal))
        {
            var named = WithId(cache.FindArns(kind, scope), id);
            if (named is null && (await ListedAsync().WaitAsync(cancellationToken).ConfigureAwait(false))?.FindClear(id) is { } listed)
            {
                return listed;
            }

            named ??= WithId(await ArnsAsync().WaitAsync(cancellationToken).ConfigureAwait(false), id);
            if (named is not null)
            {
                return new([new NamedResource(named, null)], null);
            }
        }

        var all = await ListedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        if (await FindClearAsync(all, text, cancellationToken).ConfigureAwait(false) is { } clear)
        {
            return clear;
        }

        var names = await NamesAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return new(names.Find(text), names);
    }

    /// <summary>Reads the names, and the paths that decide what is shown for a resource.</summary>
    public async Task ReadShownAsync(string? arn, CancellationToken cancellationToken)
    {
        var names = cache.Find(kind, scope)
            ?? await ListedAsync().WaitAsync(cancellationToken).ConfigureAwait(false)
            ?? await NamesAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        if (arn is not null)
        {
            await WithPathsAsync(names, names.MissingPathsOf(arn), cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<NameTable> AllAsync(CancellationToken cancellationToken) =>
        cache.Find(kind, scope) is { HasPaths: true } known ? known : await NamesAsync().WaitAsync(cancellationToken).ConfigureAwait(false);

    private static string? WithId(IReadOnlyList<string> arns, string id) =>
        arns.FirstOrDefault(arn => arn.EndsWith("/" + id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds what a text means in a list, with the paths that decide it; null where it is not in it.</summary>
    private async Task<NameMatch?> FindClearAsync(NameTable? names, string text, CancellationToken cancellationToken) => names is null
        ? null
        : (await WithPathsAsync(names, names.MissingPaths(text), cancellationToken).ConfigureAwait(false)).FindClear(text);

    private async Task<NameTable> WithPathsAsync(NameTable names, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        if (groups.Count == 0)
        {
            return names;
        }

        await reader.ReadParentsAsync(groups, cancellationToken).ConfigureAwait(false);
        return cache.AddPaths(kind, scope, names);
    }

    /// <summary>Amazon Connect's list, which has the names but not the paths of groups; null where it cannot be used.</summary>
    private Task<NameTable?> ListedAsync() => Once(ref _listed, ListNamesAsync);

    private Task<IReadOnlyList<string>> ArnsAsync() => Once(ref _arns, ListAsync);

    private Task<NameTable> NamesAsync() => Once(ref _names, ReadNamesAsync);

    /// <summary>Work for all rows: only the end of the command cancels it.</summary>
    private Task<T> Once<T>(ref Task<T>? task, Func<Task<T>> work) =>
        LazyInitializer.EnsureInitialized(ref task, ref _gate, () => Task.Run(work, CancellationToken.None));

    private async Task<NameTable?> ListNamesAsync()
    {
        if (await lists.TryListAsync(kind, scope, stop.Stopping).ConfigureAwait(false) is not { } listed)
        {
            return null;
        }

        return cache.Add(kind, scope, new NameTable(listed, hasPaths: kind != ConnectResourceKind.HierarchyGroup));
    }

    private async Task<IReadOnlyList<string>> ListAsync()
    {
        var listed = await ListedAsync().ConfigureAwait(false);
        var arns = listed is null ? await reader.ListAsync(kind, scope, stop.Stopping).ConfigureAwait(false) : [.. listed.Resources.Select(resource => resource.Arn)];
        cache.AddArns(kind, scope, arns);
        return arns;
    }

    private async Task<NameTable> ReadNamesAsync()
    {
        if (await ListedAsync().ConfigureAwait(false) is { HasPaths: true } listed)
        {
            return listed;
        }

        var arns = await ArnsAsync().ConfigureAwait(false);
        return cache.Add(kind, scope, await reader.ReadAsync(kind, arns, stop.Stopping).ConfigureAwait(false));
    }
}
