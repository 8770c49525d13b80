using System.Management.Automation;
using System.Runtime.CompilerServices;
using AwsccConnect.Binding;
using AwsccConnect.Core.Directory;
using AwsccConnect.Core.Operations;
using AwsccConnect.Pipeline;

namespace AwsccConnect.Commands;

/// <summary>Lists users in list order: identifiers are listed and users read side by side, as far as the pipeline takes them.</summary>
/// <param name="cmdlet">The command, for its paging.</param>
/// <param name="instances">Turns aliases into ARNs.</param>
/// <param name="output">The pipeline.</param>
/// <param name="statistics">Counts the users.</param>
/// <param name="contextFor">Gives the context of a Region.</param>
internal sealed class UserListing(
    PSCmdlet cmdlet, InstanceResolver instances, CmdletPipeline output, RunStatistics statistics, Func<string?, OperationContext> contextFor)
{
    private const int PlacesAtOnce = 8;

    private readonly object _gate = new();
    private readonly HashSet<string> _found = new(StringComparer.OrdinalIgnoreCase);
    private WildcardPattern[] _patterns = [];
    private ulong _skip;
    private ulong _left;

    /// <summary>Regions to list; empty for the session's.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>ARNs, ids or aliases of instances; empty for all.</summary>
    public IReadOnlyList<string> Instances { get; init; } = [];

    /// <summary>Usernames wanted, with or without wildcards; empty for all.</summary>
    public IReadOnlyList<string> Usernames { get; init; } = [];

    /// <summary>Whether users are only listed.</summary>
    public bool IdentifierOnly { get; init; }

    /// <summary>Reads in flight at most.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>Users to leave out at the start.</summary>
    public ulong Skip { get; init; }

    /// <summary>Users to write at most.</summary>
    public ulong First { get; init; } = ulong.MaxValue;

    /// <summary>Whether the number of users is written first.</summary>
    public bool IncludeTotalCount { get; init; }

    private bool HasFilter => Usernames.Count > 0;

    private bool IsExact => HasFilter && Usernames.All(name => !WildcardPattern.ContainsWildcardCharacters(name));

    private bool IsDone
    {
        get
        {
            lock (_gate)
            {
                return _left == 0 || (IsExact && Instances.Count == 1 && Usernames.All(_found.Contains));
            }
        }
    }

    /// <summary>Lists.</summary>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>A task that ends when all was written.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _skip = Skip;
        _left = First;
        _patterns = [.. Usernames.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        if (IncludeTotalCount)
        {
            await WriteTotalCountAsync(cancellationToken).ConfigureAwait(false);
        }

        await ListPlacesAsync(cancellationToken).ConfigureAwait(false);
        if (IsExact && !IdentifierOnly && First == ulong.MaxValue && Skip == 0)
        {
            foreach (var missing in Usernames.Where(name => !_found.Contains(name)))
            {
                await output.FailAsync(UsernameIndex.NotFound(Instances.Count == 1 ? Instances[0] : "any instance of the Region", missing), missing)
                    .ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Instances and Regions have limits of their own, so they are listed side by side; where only some users are wanted,
    /// one after the other, since the first may have them all.
    /// </summary>
    private async Task ListPlacesAsync(CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var room = new SemaphoreSlim(First == ulong.MaxValue && !IsExact ? PlacesAtOnce : 1);
        var running = new List<Task>();
        try
        {
            await foreach (var (context, instance) in PlacesAsync(linked.Token).ConfigureAwait(false))
            {
                await room.WaitAsync(linked.Token).ConfigureAwait(false);
                if (IsDone)
                {
                    break;
                }

                running.Add(ListPlaceAsync(context, instance, room, linked.Token));
            }

            await Task.WhenAll(running).ConfigureAwait(false);
        }
        catch
        {
            await linked.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task ListPlaceAsync(OperationContext context, string instance, SemaphoreSlim room, CancellationToken cancellationToken)
    {
        try
        {
            await GuardAsync(instance, () => ListAsync(context, instance, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            room.Release();
        }
    }

    private async IAsyncEnumerable<(OperationContext Context, string Instance)> PlacesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var region in Regions.DefaultIfEmpty<string?>(null))
        {
            if (Instances.Count == 0)
            {
                var context = contextFor(region);
                await foreach (var found in InstancesOf(context, cancellationToken).ConfigureAwait(false))
                {
                    yield return (context, found);
                }
            }

            foreach (var given in Instances)
            {
                if (await ResolveAsync(given, region, cancellationToken).ConfigureAwait(false) is { } place)
                {
                    yield return place;
                }
            }
        }
    }

    private async IAsyncEnumerable<string> InstancesOf(OperationContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var arns = new List<string>();
        await GuardAsync(context.Region, async () =>
        {
            await foreach (var arn in new ConnectDirectory(context).ListInstanceArnsAsync(cancellationToken).ConfigureAwait(false))
            {
                arns.Add(arn);
            }
        }).ConfigureAwait(false);
        foreach (var arn in arns)
        {
            yield return arn;
        }
    }

    private async Task<(OperationContext Context, string Instance)?> ResolveAsync(string given, string? region, CancellationToken cancellationToken)
    {
        (OperationContext, string)? place = null;
        await GuardAsync(given, async () =>
        {
            var context = contextFor(given.StartsWith("arn:", StringComparison.Ordinal) ? ArnRegion.Of(given, region) : region);
            place = (context, await instances.ResolveAsync(context, given, cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);
        return place;
    }

    private async Task ListAsync(OperationContext context, string instance, CancellationToken cancellationToken)
    {
        var identifiers = IdentifiersAsync(context, instance, cancellationToken);
        if (IdentifierOnly)
        {
            await foreach (var arn in identifiers.ConfigureAwait(false))
            {
                await output.WriteAsync(new ConnectUserReference(arn, instance, context.Region)).ConfigureAwait(false);
            }

            return;
        }

        var reader = new UserReader(context);
        var reads = Bulk.RunAsync(identifiers, Parallelism, BulkOrder.AsSubmitted, reader.ReadAsync, cancellationToken);
        await foreach (var read in reads.ConfigureAwait(false))
        {
            if (read.Error is ConnectOperationException { ErrorId: ErrorIds.NotFound })
            {
                output.Verbose($"'{read.Item}' was removed while the users were being listed.");
            }
            else if (read.Error is not null)
            {
                statistics.ItemFailed();
                await output.FailAsync(read.Error, read.Item).ConfigureAwait(false);
            }
            else
            {
                statistics.ItemDone();
                await WriteAsync(read.Result!).ConfigureAwait(false);
            }

            // Without a filter the identifiers are counted already; every one of them is to be written.
            if (HasFilter && IsDone)
            {
                break;
            }
        }
    }

    /// <summary>The identifiers to read. Without a filter, what is skipped or beyond the first is not read at all.</summary>
    private async IAsyncEnumerable<string> IdentifiersAsync(
        OperationContext context, string instance, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (HasFilter && !IdentifierOnly)
        {
            await foreach (var arn in new ConnectDirectory(context).ListUserArnsAsync(instance, cancellationToken).ConfigureAwait(false))
            {
                yield return arn;
            }

            yield break;
        }

        await foreach (var arn in new ConnectDirectory(context).ListUserArnsAsync(instance, cancellationToken).ConfigureAwait(false))
        {
            if (TakePlaceInPage())
            {
                yield return arn;
            }

            if (IsDone)
            {
                break;
            }
        }
    }

    private Task WriteAsync(ConnectUser user)
    {
        if (HasFilter)
        {
            if (user.Username is not { } name || !_patterns.Any(pattern => pattern.IsMatch(name)))
            {
                return Task.CompletedTask;
            }

            lock (_gate)
            {
                _found.Add(name);
            }

            if (!TakePlaceInPage())
            {
                return Task.CompletedTask;
            }
        }

        return output.WriteAsync(UserOutput.Wrap(user));
    }

    /// <summary>Counts a user against -Skip and -First.</summary>
    /// <returns>Whether it is to be written.</returns>
    private bool TakePlaceInPage()
    {
        lock (_gate)
        {
            if (_skip > 0)
            {
                _skip--;
                return false;
            }

            if (_left == 0)
            {
                return false;
            }

            _left--;
            return true;
        }
    }

    private async Task WriteTotalCountAsync(CancellationToken cancellationToken)
    {
        ulong total = 0;
        await foreach (var (context, instance) in PlacesAsync(cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(instance, async () =>
            {
                await foreach (var _ in new ConnectDirectory(context).ListUserArnsAsync(instance, cancellationToken).ConfigureAwait(false))
                {
                    total++;
                }
            }).ConfigureAwait(false);
        }

        await output.WriteAsync(cmdlet.PagingParameters.NewTotalCount(total, HasFilter ? 0.0 : 1.0)).ConfigureAwait(false);
    }

    private async Task GuardAsync(object target, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            // Keys that one Region refuses may be good in the others: a Region has to be enabled for the account.
            var endsCommand = Regions.Count <= 1 || exception.ErrorId != ErrorIds.InvalidCredentials;
            await output.FailAsync(exception, target, endsCommand).ConfigureAwait(false);
        }
    }
}
