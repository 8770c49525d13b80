using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users.Filters;

namespace AwsccConnect.Commands.Users;

/// <summary>Lists users of one instance in the order of the candidates: those are found, and read in parallel, as far as the pipeline takes them.</summary>
internal sealed class InstanceListing(
    UserListing listing, CmdletPipeline output, RunStatistics statistics, ConnectOperations operations, string instance, UserFilter filter)
{
    /// <summary>Users that are handed to the pipeline together at most.</summary>
    private const int BatchSize = 64;

    /// <summary>Usernames that are searched for at most; more of them are looked up in the list.</summary>
    private const int SearchedNames = 20;

    private readonly UserMatcher _matcher = new(filter, operations.Ancestors);

    /// <summary>The whole usernames that the instance was not found to have yet; null without such.</summary>
    private readonly ConcurrentDictionary<string, bool>? _missing = listing.Page.ExactNames is { } names
        ? new(names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => KeyValuePair.Create(name, true)), StringComparer.OrdinalIgnoreCase)
        : null;

    private UserPage Page => listing.Page;

    /// <summary>Whether no further user of the instance is needed: usernames are unique in it.</summary>
    private bool IsDone => listing.IsDone || _missing is { IsEmpty: true };

    /// <summary>Lists.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // A search finds a few of many users with one call. What it does not find, or not as it is now, is looked up in the list.
        if (_missing is { Count: <= SearchedNames } && filter.IsEmpty && !listing.IdentifierOnly)
        {
            await RunAsync(operations.Finder.SearchNamesAsync(instance, [.. _missing.Keys], cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        if (!IsDone)
        {
            await RunAsync(Candidates(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Cloud Control's list needs no further permission; Amazon Connect's has what a filter or a reference needs.</summary>
    private IAsyncEnumerable<NamedResource> Candidates(CancellationToken cancellationToken)
    {
        if (filter.NeedsUser)
        {
            var criteria = UserSearchQuery.CriteriaOf(filter);
            var tags = UserSearchQuery.FilterOf(filter);
            return filter.ModifiedAfter is null
                ? operations.Finder.SearchAsync(instance, criteria, tags, _matcher.MayMatch, cancellationToken)
                : operations.Finder.SearchListedAsync(instance, criteria, tags, _matcher.MayMatch, cancellationToken);
        }

        return Page.HasFilter || filter.ModifiedAfter is not null || listing.IdentifierOnly
            ? operations.Finder.ListAsync(instance, cancellationToken)
            : UnnamedAsync(cancellationToken);
    }

    private async IAsyncEnumerable<NamedResource> UnnamedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var arn in operations.Directory.ListUserArnsAsync(instance, cancellationToken).ConfigureAwait(false))
        {
            yield return new NamedResource(arn, null);
        }
    }

    private async Task RunAsync(IAsyncEnumerable<NamedResource> candidates, CancellationToken cancellationToken)
    {
        var reads = BulkStream.RunInBatchesAsync(
            ToReadAsync(candidates, cancellationToken), listing.Parallelism, BulkOrder.AsSubmitted, BatchSize, ReadAsync, cancellationToken);
        await foreach (var batch in reads.ConfigureAwait(false))
        {
            await WriteAsync(batch, cancellationToken).ConfigureAwait(false);

            // What a list alone could decide on is counted already, and all of it is to be written.
            if (!batch.All(read => IsDecided(read.Item)) && IsDone)
            {
                break;
            }
        }
    }

    private async Task<ConnectUser?> ReadAsync(NamedResource user, CancellationToken cancellationToken) =>
        listing.IdentifierOnly && IsDecided(user) ? null
        : await operations.Resources.GetUserAsync(user.Arn, cancellationToken, user.IsListed ? NotFoundPolicy.RetryListed : NotFoundPolicy.RetryUnread).ConfigureAwait(false);

    /// <summary>Whether the list alone shows that a candidate matches.</summary>
    private bool IsDecided(NamedResource user) => !filter.NeedsUser && (!Page.HasFilter || (user.Name is not null && user.IsListed));

    /// <summary>The users to read. What a list can decide on and is skipped or beyond the first is not read at all.</summary>
    private async IAsyncEnumerable<NamedResource> ToReadAsync(IAsyncEnumerable<NamedResource> candidates, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var user in candidates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var isDecided = IsDecided(user);
            if ((user.Name is { Length: > 0 } name && !Page.Matches(name))
                || (filter.ModifiedAfter is { } time && (user.Modified ?? throw TimeIsNotKnown()) < time)
                || (isDecided && !TryFind(user.Name)))
            {
                continue;
            }

            if (!isDecided || Page.TryTake())
            {
                if (!listing.IdentifierOnly && (isDecided || !user.IsListed))
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
    }

    private async Task WriteAsync(IReadOnlyList<BulkOutcome<NamedResource, ConnectUser?>> batch, CancellationToken cancellationToken)
    {
        var matches = new List<object>(batch.Count);
        foreach (var read in batch)
        {
            if (read.Error is null)
            {
                statistics.ItemDone();
                if (await IsMatchAsync(read.Item, read.Result, cancellationToken).ConfigureAwait(false))
                {
                    if (listing.IdentifierOnly)
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
                if (_missing is not null && filter.IsEmpty && !IsDecided(read.Item) && read.Item.Name is { } name)
                {
                    // It is not looked up again.
                    TryFind(name);
                }

                listing.Scopes.HasFailed |= read.Item.Name is null;
                statistics.ItemFailed();
                await output.WriteAllAsync(matches).ConfigureAwait(false);
                matches = [];
                await output.FailAsync(read.Error, read.Item.Arn).ConfigureAwait(false);
            }
        }

        await output.WriteAllAsync(matches).ConfigureAwait(false);
    }

    /// <summary>Whether a user is to be written; what a list can decide on was counted when it was listed.</summary>
    private async Task<bool> IsMatchAsync(NamedResource listed, ConnectUser? user, CancellationToken cancellationToken) =>
        IsDecided(listed)
        || (Page.Matches(user!.Username)
            && await _matcher.MatchesAsync(user, cancellationToken).ConfigureAwait(false)
            && TryFind(user.Username)
            && Page.TryTake());

    /// <summary>Notes that a user of that name matches in every respect; false where one was found before.</summary>
    private bool TryFind(string? username)
    {
        if (_missing is not null && !_missing.TryRemove(username ?? string.Empty, out _))
        {
            return false;
        }

        Page.Found(username);
        return true;
    }

    private static ConnectOperationException TimeIsNotKnown() => new(
        ErrorIds.AccessDenied,
        "-ModifiedAfter needs the times that Amazon Connect's list of users has (connect:ListUsers), and it cannot be used.",
        "Grant the caller connect:ListUsers (-Verbose shows why it fails), or leave -ModifiedAfter out.") { EndsCommand = true };
}
