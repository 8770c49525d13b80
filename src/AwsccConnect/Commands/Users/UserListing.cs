using System.Management.Automation;
using System.Runtime.CompilerServices;
using AwsccConnect.Binding;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Pipeline;

namespace AwsccConnect.Commands.Users;

/// <summary>Lists users in list order: identifiers are listed and users read in parallel, as far as the pipeline takes them.</summary>
internal sealed class UserListing(PSCmdlet cmdlet, CmdletPipeline output, RunStatistics statistics)
{
    private const int ScopesAtOnce = 8;

    /// <summary>Users that are handed to the pipeline together at most.</summary>
    private const int BatchSize = 64;

    /// <summary>Where to look.</summary>
    public required UserScopes Scopes { get; init; }

    /// <summary>Filter of the users.</summary>
    public required UserPage Page { get; init; }

    /// <summary>Whether users are only listed.</summary>
    public bool IdentifierOnly { get; init; }

    /// <summary>Reads in flight at most.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>Whether the number of users is written first.</summary>
    public bool IncludeTotalCount { get; init; }

    /// <summary>Whether no further user is needed. A name can be in several instances, so only a single one can end the search.</summary>
    private bool IsDone => Page.IsFull || (Page.IsExact && Scopes.IsSingleInstance && Page.NotFound.Count == 0);

    /// <summary>Lists.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (IncludeTotalCount)
        {
            await WriteTotalCountAsync(cancellationToken).ConfigureAwait(false);
        }

        await ListScopesAsync(cancellationToken).ConfigureAwait(false);
        statistics.AllTaken();
        if (!Page.IsWhole)
        {
            return;
        }

        foreach (var missing in Page.NotFound)
        {
            await output.FailAsync(UserFinder.NotFound(Scopes.Label, missing), missing).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Instances and Regions have limits of their own, so they are listed in parallel; where only some users are needed,
    /// one after the other, since the first may have them all.
    /// </summary>
    private async Task ListScopesAsync(CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var concurrency = new SemaphoreSlim(Page.IsLimited || Page.IsExact ? 1 : ScopesAtOnce);
        var running = new List<Task>();
        try
        {
            await foreach (var (operations, instance) in Scopes.EnumerateAsync(linked.Token).ConfigureAwait(false))
            {
                await concurrency.WaitAsync(linked.Token).ConfigureAwait(false);
                if (IsDone)
                {
                    break;
                }

                running.Add(ListScopeAsync(operations, instance, concurrency, linked.Token));
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

    private async Task ListScopeAsync(ConnectOperations operations, string instance, SemaphoreSlim concurrency, CancellationToken cancellationToken)
    {
        try
        {
            await Scopes.GuardAsync(instance, () => ListAsync(operations, instance, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            concurrency.Release();
        }
    }

    private async Task ListAsync(ConnectOperations operations, string instance, CancellationToken cancellationToken)
    {
        var identifiers = IdentifiersAsync(operations, instance, cancellationToken);
        if (IdentifierOnly)
        {
            await foreach (var arn in identifiers.ConfigureAwait(false))
            {
                await output.WriteAsync(new ConnectUserReference(arn, instance, operations.Region)).ConfigureAwait(false);
            }

            return;
        }

        operations.UserNames.Start(instance);
        var reads = BulkStream.RunInBatchesAsync(identifiers, Parallelism, BulkOrder.AsSubmitted, BatchSize, operations.Users.ReadListedAsync, cancellationToken);
        await foreach (var batch in reads.ConfigureAwait(false))
        {
            await WriteAsync(batch, operations, cancellationToken).ConfigureAwait(false);

            // Without a filter the identifiers are counted already; every one of them is to be written.
            if (Page.HasFilter && IsDone)
            {
                break;
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<BulkOutcome<string, ConnectUser>> batch, ConnectOperations operations, CancellationToken cancellationToken)
    {
        var matches = new List<object>(batch.Count);
        foreach (var read in batch)
        {
            if (read.Error is null)
            {
                statistics.ItemDone();
                if (IsMatch(read.Result!))
                {
                    await operations.UserNames.ReadAsync(read.Result!, cancellationToken).ConfigureAwait(false);
                    matches.Add(UserOutput.Wrap(read.Result!));
                }
            }
            else if (read.Error is ConnectOperationException { ErrorId: ErrorIds.NotFound })
            {
                output.Verbose($"'{read.Item}' was removed while the users were being listed.");
            }
            else
            {
                statistics.ItemFailed();
                await output.WriteAllAsync(matches).ConfigureAwait(false);
                matches = [];
                await output.FailAsync(read.Error, read.Item).ConfigureAwait(false);
            }
        }

        await output.WriteAllAsync(matches).ConfigureAwait(false);
    }

    /// <summary>The identifiers to read. Without a filter, what is skipped or beyond the first is not read at all.</summary>
    private async IAsyncEnumerable<string> IdentifiersAsync(
        ConnectOperations operations, string instance, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Page.HasFilter)
        {
            // Without their names, all have to be read.
            await foreach (var user in operations.Finder.ListAsync(instance, cancellationToken).ConfigureAwait(false))
            {
                if (user.Name is null || Page.MayMatch(user.Name))
                {
                    statistics.ItemTaken();
                    yield return user.Arn;
                }
            }

            yield break;
        }

        await foreach (var arn in operations.Directory.ListUserArnsAsync(instance, cancellationToken).ConfigureAwait(false))
        {
            if (Page.TryTake())
            {
                statistics.ItemTaken();
                yield return arn;
            }

            if (IsDone)
            {
                break;
            }
        }
    }

    /// <summary>Whether a user is to be written; without a filter it was counted when it was listed.</summary>
    private bool IsMatch(ConnectUser user) => Page.Matches(user.Username) && (!Page.HasFilter || Page.TryTake());

    private async Task WriteTotalCountAsync(CancellationToken cancellationToken)
    {
        ulong total = 0;
        await foreach (var (operations, instance) in Scopes.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            await Scopes.GuardAsync(instance, async () =>
            {
                await foreach (var _ in operations.Directory.ListUserArnsAsync(instance, cancellationToken).ConfigureAwait(false))
                {
                    total++;
                }
            }).ConfigureAwait(false);
        }

        await output.WriteAsync(cmdlet.PagingParameters.NewTotalCount(total, Page.HasFilter ? 0.0 : 1.0)).ConfigureAwait(false);
    }
}
