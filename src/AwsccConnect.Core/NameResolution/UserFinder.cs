using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amazon.Connect.Model;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// Finds the users of instances. Amazon Connect's list has their names; where it cannot be used, Cloud Control's list has the ARNs
/// alone, and a user whose name is needed is read, once in a command.
/// </summary>
internal sealed class UserFinder(ServiceConnection connection, ConnectLists lists, ConnectResources resources, ResourceReader reader, CommandRun run)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Task<IReadOnlyDictionary<string, string>>> _byInstance = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _read = new(StringComparer.Ordinal);

    /// <summary>The error for a username that no user has; where names are whole names, it explains one with wildcards.</summary>
    public static ConnectOperationException NotFound(string instanceArn, string username, bool isWhole = false) => new(
        ErrorIds.NotFound,
        $"No user '{username}' was found in {ServiceText.Shorten(instanceArn)}.",
        isWhole && HasWildcards(username)
            ? $"This command takes whole usernames, without wildcards. Pipe the users into it: Get-ConnectUser -Username '{username.Replace("'", "''", StringComparison.Ordinal)}'."
            : "Check the username and the instance; list the users with Get-ConnectUser -Username with wildcards.");

    private static bool HasWildcards(string username) => username.AsSpan().ContainsAny("*?[");

    /// <summary>The users of an instance in list order, page by page; without names where only Cloud Control can be used.</summary>
    public async IAsyncEnumerable<NamedResource> ListAsync(string instanceArn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new IdentifierSet();
        await foreach (var user in lists.ListAsync(ConnectResourceKind.User, instanceArn, cancellationToken).ConfigureAwait(false))
        {
            if (user is null)
            {
                await foreach (var arn in resources.ListUserArnsAsync(instanceArn, cancellationToken).ConfigureAwait(false))
                {
                    if (!seen.Contains(arn))
                    {
                        yield return new NamedResource(arn, _read.GetValueOrDefault(arn));
                    }
                }

                yield break;
            }

            seen.Add(user.Arn);
            yield return user;
        }
    }

    /// <summary>The users that a search finds under some usernames, in its order, perhaps as they were before a change; none where it cannot be used.</summary>
    public async IAsyncEnumerable<NamedResource> SearchNamesAsync(
        string instanceArn, IReadOnlyCollection<string> usernames, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var user in lists.SearchUsersAsync(instanceArn, UserSearchQuery.CriteriaOf(usernames), null, static _ => true, cancellationToken).ConfigureAwait(false))
        {
            if (user is not null && usernames.Contains(user.Name, StringComparer.OrdinalIgnoreCase))
            {
                yield return user;
            }
        }
    }

    /// <summary>
    /// The users that may match a search: those that Amazon Connect's search finds, in its order, then those that the session has changed
    /// too short a time ago for its index; all users in list order where it cannot be used. The caller reads them and checks them again. A
    /// predicate leaves out users for what the search has of them.
    /// </summary>
    public async IAsyncEnumerable<NamedResource> SearchAsync(
        string instanceArn, UserSearchCriteria? criteria, UserSearchFilter? filter, Predicate<UserSearchSummary> mayMatch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changed = connection.Recent.Of(instanceArn);
        var found = changed is null ? SearchListedAsync(instanceArn, criteria, filter, mayMatch, cancellationToken) : lists.SearchUsersAsync(instanceArn, criteria, filter, mayMatch, cancellationToken);
        var left = new HashSet<string>(changed ?? [], StringComparer.OrdinalIgnoreCase);
        var seen = new IdentifierSet();
        await foreach (var user in found.ConfigureAwait(false))
        {
            if (user is null)
            {
                await foreach (var listed in ListAsync(instanceArn, cancellationToken).ConfigureAwait(false))
                {
                    if (!seen.Contains(listed.Arn))
                    {
                        yield return listed;
                    }
                }

                yield break;
            }

            if (user.Name is not null || user.IsListed)
            {
                seen.Add(user.Arn);
                left.Remove(user.Arn);
                yield return user;
            }
        }

        foreach (var arn in (changed ?? []).Where(left.Contains))
        {
            yield return new NamedResource(arn, null) { IsListed = false };
        }
    }

    /// <summary>
    /// The users that may match a search, in list order: those that Amazon Connect's search finds and those that were changed too
    /// short a time ago for its index; all users where it cannot be used. The caller reads them and checks them again. A predicate leaves
    /// out users for what the search has of them.
    /// </summary>
    public async IAsyncEnumerable<NamedResource> SearchListedAsync(
        string instanceArn, UserSearchCriteria? criteria, UserSearchFilter? filter, Predicate<UserSearchSummary> mayMatch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isCandidate = await CandidatesAsync(instanceArn, criteria, filter, cancellationToken, mayMatch).ConfigureAwait(false);
        await foreach (var user in ListAsync(instanceArn, cancellationToken).ConfigureAwait(false))
        {
            if (isCandidate(user))
            {
                yield return user;
            }
        }
    }

    /// <summary>Searches, and returns which of the users that are listed afterwards may match.</summary>
    public async Task<Func<NamedResource, bool>> CandidatesAsync(
        string instanceArn, UserSearchCriteria? criteria, UserSearchFilter? filter, CancellationToken cancellationToken, Predicate<UserSearchSummary>? mayMatch = null)
    {
        var since = connection.Time.GetUtcNow().UtcDateTime - RecentUsers.SearchDelay;
        var found = new IdentifierSet();
        await foreach (var user in lists.SearchUsersAsync(instanceArn, criteria, filter, mayMatch ?? (_ => true), cancellationToken).ConfigureAwait(false))
        {
            if (user is null)
            {
                return static _ => true;
            }

            if (user.Name is not null)
            {
                found.Add(user.Arn);
            }
        }

        return user => found.Contains(user.Arn) || user.Modified?.ToUniversalTime() >= since;
    }

    /// <summary>Finds a user by name among those that exist when the command first reads its instance.</summary>
    public async Task<string?> FindAsync(string instanceArn, string username, CancellationToken cancellationToken) =>
        (await IndexOf(instanceArn, null, out _).WaitAsync(cancellationToken).ConfigureAwait(false)).GetValueOrDefault(username);

    /// <summary>Finds a user by name among those that there are now.</summary>
    public async Task<string?> FindNowAsync(string instanceArn, string username, CancellationToken cancellationToken)
    {
        var index = IndexOf(instanceArn, null, out var isNew);
        var users = await index.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!isNew && !users.ContainsKey(username))
        {
            users = await IndexOf(instanceArn, index, out _).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return users.GetValueOrDefault(username);
    }

    /// <summary>The users by name; made again where it failed or is one that is known to be too old.</summary>
    private Task<IReadOnlyDictionary<string, string>> IndexOf(string instanceArn, Task? tooOld, out bool isNew)
    {
        lock (_gate)
        {
            isNew = !_byInstance.TryGetValue(instanceArn, out var index) || index == tooOld || index.IsFaulted || index.IsCanceled;
            if (isNew)
            {
                // Work for all rows: only the end of the command cancels it.
                _byInstance[instanceArn] = index = Task.Run(() => BuildAsync(instanceArn, run.Stop.Stopping), CancellationToken.None);
            }

            return index!;
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> BuildAsync(string instanceArn, CancellationToken cancellationToken)
    {
        var users = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var named = BulkStream.RunAsync(
            ListAsync(instanceArn, cancellationToken), run.Parallelism, BulkOrder.AsFinished, NameOfAsync, cancellationToken);
        await foreach (var user in named.ConfigureAwait(false))
        {
            if (user.Error is not null)
            {
                throw user.Error;
            }

            if (user.Result is { } name)
            {
                users[name] = user.Item.Arn;
            }
        }

        return users;
    }

    private async Task<string?> NameOfAsync(NamedResource user, CancellationToken cancellationToken)
    {
        if (user.Name is not null)
        {
            return user.Name;
        }

        // A user that was removed between the list and the read is no more.
        var read = await reader.TryGetUserAsync(user.Arn, cancellationToken, NotFoundPolicy.RetryListed).ConfigureAwait(false);
        return read is null ? null : _read[user.Arn] = JsonText.StringOf(read["Username"]);
    }
}
