using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Plans the users of one instance: every live user that matters is read at most once, compared at once and not kept.</summary>
internal sealed class InstancePlanner(DesiredStackUsers users, string owner, StackPlanOptions options)
{
    private readonly StackComparer _comparer = new(owner, options);
    private readonly LiveUsers _live = new(users.Scope.Operations, options.Parallelism);
    private int _open;
    private int _owned;
    private int _unreadable;
    private int _notFound;

    /// <summary>Live users that carry the stack's tag, as far as they were read.</summary>
    public int OwnedUsers => Volatile.Read(ref _owned);

    private int Unreadable => Volatile.Read(ref _unreadable);

    /// <summary>
    /// Live users that could not be read, and users of the file that could neither be found nor be created: a mistyped name or ARN would
    /// make its live owner look like a user that is not in the file.
    /// </summary>
    public int Uncertain => Unreadable + Volatile.Read(ref _notFound);

    public async IAsyncEnumerable<StackPlanItem> PlanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _open = users.All.Count(desired => desired.Failure is null);
        if (options.FindsExtras || users.All.Any(desired => desired is { Failure: null, UserArn: null }))
        {
            await foreach (var item in ReadAsync(ListAsync(cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }

        var unlisted = users.All.Where(desired => desired is { UserArn: not null, IsSettled: false, Failure: null }).Select(desired => desired.UserArn!).ToList();
        await foreach (var item in ReadAsync(unlisted.ToAsyncSequence(), cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }

        foreach (var desired in users.All.Where(desired => desired.Settle()))
        {
            var absent = ToAbsent(desired);
            if (absent.Status == StackUserStatus.Blocked)
            {
                Interlocked.Increment(ref _notFound);
            }

            yield return absent;
        }
    }

    /// <summary>Looks for users that have come into being since the plan was made; only those are read.</summary>
    /// <exception cref="ConnectOperationException">The users could not be listed or read.</exception>
    public async IAsyncEnumerable<StackPlanItem> RecheckAsync(
        IReadOnlyList<DesiredStackUser> missing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var byName = missing.ToDictionary(desired => desired.Username!, StringComparer.OrdinalIgnoreCase);
        var open = byName.Count;
        var newUsers = NewUsersAsync(byName.ContainsKey, cancellationToken);
        await foreach (var read in _live.ReadAsync(newUsers, Inspect, cancellationToken).ConfigureAwait(false))
        {
            if (read.Error is not null and not ConnectOperationException { ErrorId: ErrorIds.NotFound })
            {
                throw read.Error;
            }

            if (read.Result is { } item)
            {
                yield return item;
                if (--open == 0)
                {
                    break;
                }
            }
        }

        StackPlanItem? Inspect(string arn, JsonObject live) =>
            JsonText.StringOf(live["Username"]) is { } name && byName.TryGetValue(name, out var desired)
                ? _comparer.Compare(desired, users.Scope, arn, live)
                : null;
    }

    private async IAsyncEnumerable<string> NewUsersAsync(Func<string, bool> isMissing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var user in users.Scope.Operations.Finder.ListAsync(users.Scope.InstanceArn, cancellationToken).ConfigureAwait(false))
        {
            if (!users.IsKnown(user.Arn) && (user.Name is null || isMissing(user.Name)))
            {
                yield return user.Arn;
            }
        }
    }

    /// <summary>
    /// The identifiers to read: of the desired users, as far as names are listed, and of those that may be extra ones. Without
    /// extra users, only until all desired users are found.
    /// </summary>
    private async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mayBeExtra = options.FindsExtras
            ? await _live.SearchAsync(users.Scope.InstanceArn, owner, cancellationToken).ConfigureAwait(false)
            : static _ => false;
        await foreach (var user in users.Scope.Operations.Finder.ListAsync(users.Scope.InstanceArn, cancellationToken).ConfigureAwait(false))
        {
            if (!options.FindsExtras && Volatile.Read(ref _open) == 0)
            {
                yield break;
            }

            users.AddKnown(user.Arn);
            if (user.Name is null || users.Find(user.Arn, user.Name).Any() || mayBeExtra(user))
            {
                yield return user.Arn;
            }
        }
    }

    private async IAsyncEnumerable<StackPlanItem> ReadAsync(IAsyncEnumerable<string> userArns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reads = _live.ReadAsync(userArns, Inspect, cancellationToken)
            .EndWithFailure(exception => !exception.EndsCommand, exception => new(string.Empty, [ToFault(null, exception)], null), cancellationToken);
        await foreach (var read in reads.ConfigureAwait(false))
        {
            foreach (var item in ToItems(read))
            {
                yield return item;
            }
        }
    }

    private IReadOnlyList<StackPlanItem> ToItems(BulkOutcome<string, IReadOnlyList<StackPlanItem>> read) => read.Error switch
    {
        null => read.Result!,
        ConnectOperationException { ErrorId: ErrorIds.NotFound } => [],
        ConnectOperationException { EndsCommand: false } failure => [ToFault(read.Item, failure)],
        _ => throw read.Error,
    };

    /// <summary>What a live user means to the stack; on several threads at once.</summary>
    private IReadOnlyList<StackPlanItem> Inspect(string userArn, JsonObject live)
    {
        var isOwned = StackOwnership.OwnerOf(live) == owner;
        if (isOwned)
        {
            Interlocked.Increment(ref _owned);
        }

        var username = JsonText.StringOf(live["Username"]);
        var items = new List<StackPlanItem>(1);
        DesiredStackUser? first = null;
        foreach (var desired in users.Find(userArn, username))
        {
            if (Settle(desired))
            {
                items.Add(first is null
                    ? _comparer.Compare(desired, users.Scope, userArn, live)
                    : desired.ToDuplicate(first, users.Scope) with { UserArn = userArn });
            }

            first ??= desired;
        }

        if (first is null && isOwned && options.FindsExtras && !users.IsMentioned(userArn, username))
        {
            items.Add(StackComparer.ToExtra(users.Scope, userArn, live));
        }

        return items;
    }

    private StackPlanItem ToAbsent(DesiredStackUser desired)
    {
        if (desired.UserArn is { } arn)
        {
            return desired.ToBlocked(
                desired.Failure ?? new ConnectOperationException(
                    ErrorIds.NotFound,
                    $"{desired.User.Row}: there is no user '{arn}'.",
                    "Leave the ARN out to have the user created, or take the user out of the file."),
                users.Scope,
                desired.IsFault);
        }

        // A user that could not be read may be the one that seems to be missing.
        return desired.Failure is null && Unreadable > 0
            ? desired.ToBlocked(
                new ConnectOperationException(
                    ErrorIds.IncompleteStack,
                    $"{desired.User.Row}: it is uncertain whether the user exists, because not all users of '{users.Scope.InstanceArn}' could be read.",
                    "Correct the read errors and run the command again."),
                users.Scope,
                isFault: true)
            : _comparer.CompareToNothing(desired, users.Scope);
    }

    /// <summary>A live user, or the list of them, that could not be read. Where the user is one of the file by its ARN, it is that one's failure.</summary>
    private StackPlanItem ToFault(string? userArn, ConnectOperationException failure)
    {
        Interlocked.Increment(ref _unreadable);
        if (userArn is not null && users.Find(userArn, null).FirstOrDefault() is { } desired && Settle(desired))
        {
            return desired.ToBlocked(failure, users.Scope, isFault: true);
        }

        return new StackPlanItem { Status = StackUserStatus.Blocked, Scope = users.Scope, UserArn = userArn, Failure = failure, IsFault = true };
    }

    private bool Settle(DesiredStackUser desired)
    {
        if (!desired.Settle())
        {
            return false;
        }

        if (desired.Failure is null)
        {
            Interlocked.Decrement(ref _open);
        }

        return true;
    }
}
