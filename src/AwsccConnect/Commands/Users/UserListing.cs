using AwsccConnect.Core.Users.Filters;

namespace AwsccConnect.Commands.Users;

/// <summary>Lists users of instances and Regions, in the order in which each instance has them, as far as the pipeline takes them.</summary>
internal sealed class UserListing(PSCmdlet cmdlet, CmdletPipeline output, RunStatistics statistics)
{
    private const int ScopesAtOnce = 8;

    private readonly FilterNames _names = new();

    /// <summary>Where to look.</summary>
    public required InstanceScopes Scopes { get; init; }

    /// <summary>Filter by name, -Skip and -First.</summary>
    public required UserPage Page { get; init; }

    /// <summary>The other filters.</summary>
    public UserFilter Filter { get; init; } = new();

    /// <summary>Whether references are written instead of users.</summary>
    public bool IdentifierOnly { get; init; }

    /// <summary>Reads in flight at most.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>Whether the number of users is written first.</summary>
    public bool IncludeTotalCount { get; init; }

    /// <summary>Whether no further user is needed. A name can be in several instances, so only a single one can end the search.</summary>
    public bool IsDone => Page.IsFull || (Page.IsExact && Scopes.IsSingleInstance && Page.NotFound.Count == 0);

    /// <summary>Lists.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (IncludeTotalCount)
        {
            await WriteTotalCountAsync(cancellationToken).ConfigureAwait(false);
        }

        await ListScopesAsync(cancellationToken).ConfigureAwait(false);
        statistics.AllTaken();
        foreach (var (text, error) in Page.IsFull ? [] : _names.Missing)
        {
            await output.FailAsync(error, text).ConfigureAwait(false);
        }

        foreach (var missing in Page.IsWhole && Filter.IsEmpty && !Scopes.HasFailed ? Page.NotFound : [])
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
        if (await _names.ResolveAsync(Filter, operations.Names, instance, cancellationToken).ConfigureAwait(false) is not { } filter)
        {
            output.Verbose($"{instance} has no user that can match: it lacks the profiles or groups.");
            return;
        }

        await new InstanceListing(this, output, statistics, operations, instance, filter).RunAsync(cancellationToken).ConfigureAwait(false);
    }

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

        await output.WriteAsync(cmdlet.PagingParameters.NewTotalCount(total, Page.HasFilter || !Filter.IsEmpty ? 0.0 : 1.0)).ConfigureAwait(false);
    }
}
