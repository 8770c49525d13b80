using System.Management.Automation;
using System.Runtime.CompilerServices;
using AwsccConnect.Binding;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users.Filters;
using AwsccConnect.Pipeline;

namespace AwsccConnect.Commands.Users;

/// <summary>Lists users in list order: candidates are found and users read in parallel, as far as the pipeline takes them.</summary>
internal sealed class UserListing(PSCmdlet cmdlet, CmdletPipeline output, RunStatistics statistics)
{
    private const int ScopesAtOnce = 8;

    /// <summary>Users that are handed to the pipeline together at most.</summary>
    private const int BatchSize = 64;

    private readonly FilterNames _names = new();

    /// <summary>Where to look.</summary>
    public required UserScopes Scopes { get; init; }

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
        foreach (var (text, error) in Page.IsFull ? [] : _names.Missing)
        {
            await output.FailAsync(error, text).ConfigureAwait(false);
        }

        foreach (var missing in Page.IsWhole && Filter.IsEmpty ? Page.NotFound : [])
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

        var matcher = new UserMatcher(filter, new HierarchyAncestors(operations.Directory));
        var reads = BulkStream.RunInBatchesAsync(
            CandidatesAsync(operations, instance, filter, matcher, cancellationToken), Parallelism, BulkOrder.AsSubmitted, BatchSize, ReadAsync, cancellationToken);
        await foreach (var batch in reads.ConfigureAwait(false))
        {
            await WriteAsync(batch, instance, operations, matcher, cancellationToken).ConfigureAwait(false);

            // What a list alone could decide on is counted already, and all of it is to be written.
            if (!batch.All(read => IsDecided(read.Item)) && IsDone)
            {
                break;
            }
        }

        async Task<ConnectUser?> ReadAsync(NamedResource user, CancellationToken token) =>
            IdentifierOnly && IsDecided(user) ? null : await operations.Users.ReadListedAsync(user.Arn, token).ConfigureAwait(false);
    }

    /// <summary>Whether the list alone shows that a candidate matches.</summary>
    private bool IsDecided(NamedResource user) => !Filter.NeedsUser && (user.Name is not null || !Page.HasFilter);

    /// <summary>The users to read. What a list can decide on and is skipped or beyond the first is not read at all.</summary>
    private async IAsyncEnumerable<NamedResource> CandidatesAsync(
        ConnectOperations operations, string instance, UserFilter filter, UserMatcher matcher, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var user in Source().ConfigureAwait(false))
        {
            if ((user.Name is { } name && !Page.Matches(name))
                || (filter.ModifiedAfter is { } time && (user.Modified ?? throw TimeIsNotKnown()) < time))
            {
                continue;
            }

            if (IsDecided(user))
            {
                Page.Found(user.Name);
            }

            if (!IsDecided(user) || Page.TryTake())
            {
                if (!IdentifierOnly)
                {
                    operations.UserNames.Start(instance);
                }

                statistics.ItemTaken();
                yield return user;
            }

            if (IsDone)
            {
                break;
            }
        }

        // Cloud Control's list needs no further permission; Amazon Connect's has what a filter or a reference needs.
        IAsyncEnumerable<NamedResource> Source() =>
            filter.NeedsUser
                ? operations.Finder.SearchAsync(instance, UserSearchQuery.CriteriaOf(filter), UserSearchQuery.FilterOf(filter), cancellationToken, matcher.MayMatch)
            : Page.HasFilter || filter.ModifiedAfter is not null || IdentifierOnly
                ? operations.Finder.ListAsync(instance, cancellationToken)
                : UnnamedAsync();

        async IAsyncEnumerable<NamedResource> UnnamedAsync()
        {
            await foreach (var arn in operations.Directory.ListUserArnsAsync(instance, cancellationToken).ConfigureAwait(false))
            {
                yield return new NamedResource(arn, null);
            }
        }
    }

    private async Task WriteAsync(
        IReadOnlyList<BulkOutcome<NamedResource, ConnectUser?>> batch, string instance, ConnectOperations operations, UserMatcher matcher, CancellationToken cancellationToken)
    {
        var matches = new List<object>(batch.Count);
        foreach (var read in batch)
        {
            if (read.Error is null)
            {
                statistics.ItemDone();
                if (await IsMatchAsync(read.Item, read.Result, matcher, cancellationToken).ConfigureAwait(false))
                {
                    if (IdentifierOnly)
                    {
                        matches.Add(new ConnectUserReference(read.Item.Arn, instance, operations.Region, read.Item.Name ?? read.Result?.Username, read.Item.Modified?.ToUniversalTime()));
                        continue;
                    }

                    await operations.UserNames.ReadAsync(read.Result!, cancellationToken).ConfigureAwait(false);
                    matches.Add(UserOutput.Wrap(read.Result!));
                }
            }
            else if (read.Error is ConnectOperationException { ErrorId: ErrorIds.NotFound })
            {
                if (Page.IsExact && IsDecided(read.Item))
                {
                    await output.FailAsync(UserFinder.NotFound(instance, read.Item.Name!), read.Item.Name).ConfigureAwait(false);
                }

                output.Verbose($"'{read.Item.Arn}' was removed while the users were being listed.");
            }
            else
            {
                statistics.ItemFailed();
                await output.WriteAllAsync(matches).ConfigureAwait(false);
                matches = [];
                await output.FailAsync(read.Error, read.Item.Arn).ConfigureAwait(false);
            }
        }

        await output.WriteAllAsync(matches).ConfigureAwait(false);
    }

    /// <summary>Whether a user is to be written; what a list can decide on was counted when it was listed.</summary>
    private async Task<bool> IsMatchAsync(NamedResource listed, ConnectUser? user, UserMatcher matcher, CancellationToken cancellationToken)
    {
        if (IsDecided(listed))
        {
            return true;
        }

        if (!Page.Matches(user!.Username) || !await matcher.MatchesAsync(user, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        Page.Found(user.Username);
        return Page.TryTake();
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

    private static ConnectOperationException TimeIsNotKnown() => new(
        ErrorIds.AccessDenied,
        "-ModifiedAfter needs the times that Amazon Connect's list of users has (connect:ListUsers), and it cannot be used.",
        "Grant the caller connect:ListUsers (-Verbose shows why it fails), or leave -ModifiedAfter out.") { EndsCommand = true };
}
