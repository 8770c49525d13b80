using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Plans the users of one instance: every live user is read at most once, compared at once and forgotten.</summary>
/// <param name="users">The wanted users.</param>
/// <param name="owner">The value of the stack's ownership tag.</param>
/// <param name="options">What is asked of the plan.</param>
internal sealed class InstancePlanner(WantedUsers users, string owner, StackPlanOptions options)
{
    private readonly StackComparer _comparer = new(owner, options);
    private readonly LiveUsers _live = new(users.Place.Context, options.Parallelism);
    private int _open;
    private int _owned;
    private int _unreadable;
    private int _unfound;

    /// <summary>Live users that carry the stack's tag, as far as they were read.</summary>
    public int OwnedUsers => Volatile.Read(ref _owned);

    private int Unreadable => Volatile.Read(ref _unreadable);

    /// <summary>
    /// Live users that could not be read, and users of the file that could neither be found nor be created: a mistyped name or ARN would
    /// make its live owner look like one that nobody wants.
    /// </summary>
    public int Uncertain => Unreadable + Volatile.Read(ref _unfound);

    /// <summary>Plans.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The items as they are known: users that exist first, then those that do not.</returns>
    public async IAsyncEnumerable<StackPlanItem> PlanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _open = users.All.Count(wanted => wanted.Failure is null);
        if (options.FindsExtras || users.All.Any(wanted => wanted is { Failure: null, UserArn: null }))
        {
            await foreach (var item in ReadAsync(ListAsync(cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }

        var unlisted = users.All.Where(wanted => wanted is { UserArn: not null, IsSettled: false, Failure: null }).Select(wanted => wanted.UserArn!).ToList();
        await foreach (var item in ReadAsync(unlisted.ToAsyncSequence(), cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }

        foreach (var wanted in users.All.Where(wanted => wanted.Settle()))
        {
            var absent = ToAbsent(wanted);
            if (absent.Status == StackUserStatus.Blocked)
            {
                Interlocked.Increment(ref _unfound);
            }

            yield return absent;
        }
    }

    /// <summary>Looks for users that have come into being since the plan was made; only those are read.</summary>
    /// <param name="missing">Wanted users that were missing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The items of those that exist now.</returns>
    /// <exception cref="ConnectOperationException">The users could not be listed or read.</exception>
    public async IAsyncEnumerable<StackPlanItem> LookAgainAsync(
        IReadOnlyList<WantedUser> missing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var byName = missing.ToDictionary(wanted => wanted.Username!, StringComparer.OrdinalIgnoreCase);
        var open = byName.Count;
        var arrived = ArrivedAsync(cancellationToken);
        await foreach (var read in _live.ReadAsync(arrived, Look, cancellationToken).ConfigureAwait(false))
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

        StackPlanItem? Look(string arn, JsonObject live) =>
            JsonText.StringOf(live["Username"]) is { } name && byName.TryGetValue(name, out var wanted)
                ? _comparer.Compare(wanted, users.Place, arn, live)
                : null;
    }

    private async IAsyncEnumerable<string> ArrivedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var arn in _live.ListAsync(users.Place.InstanceArn, cancellationToken).ConfigureAwait(false))
        {
            if (!users.Remembers(arn))
            {
                yield return arn;
            }
        }
    }

    /// <summary>The identifiers to read, until all wanted users are found where nobody else is looked for.</summary>
    private async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var arn in _live.ListAsync(users.Place.InstanceArn, cancellationToken).ConfigureAwait(false))
        {
            if (!options.FindsExtras && Volatile.Read(ref _open) == 0)
            {
                yield break;
            }

            users.Remember(arn);
            yield return arn;
        }
    }

    private async IAsyncEnumerable<StackPlanItem> ReadAsync(IAsyncEnumerable<string> userArns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reads = _live.ReadAsync(userArns, Look, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (reads.ConfigureAwait(false))
        {
            while (true)
            {
                ConnectOperationException? failure = null;
                try
                {
                    if (!await reads.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }
                }
                catch (ConnectOperationException exception) when (!exception.EndsCommand)
                {
                    failure = exception;
                }

                if (failure is not null)
                {
                    yield return ToFault(null, failure);
                    break;
                }

                foreach (var item in ToItems(reads.Current))
                {
                    yield return item;
                }
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
    private IReadOnlyList<StackPlanItem> Look(string userArn, JsonObject live)
    {
        var isOwned = StackOwnership.OwnerOf(live) == owner;
        if (isOwned)
        {
            Interlocked.Increment(ref _owned);
        }

        var username = JsonText.StringOf(live["Username"]);
        var items = new List<StackPlanItem>(1);
        WantedUser? first = null;
        foreach (var wanted in users.Find(userArn, username))
        {
            if (Settle(wanted))
            {
                items.Add(first is null
                    ? _comparer.Compare(wanted, users.Place, userArn, live)
                    : wanted.ToBlocked(Duplicate(wanted, first), isFault: false, users.Place, userArn));
            }

            first ??= wanted;
        }

        if (first is null && isOwned && options.FindsExtras && !users.Keeps(userArn, username))
        {
            items.Add(StackComparer.ToExtra(users.Place, userArn, live));
        }

        return items;
    }

    private StackPlanItem ToAbsent(WantedUser wanted)
    {
        if (wanted.UserArn is { } arn)
        {
            return wanted.ToBlocked(
                wanted.Failure ?? new ConnectOperationException(
                    ErrorIds.NotFound,
                    $"{wanted.User.Row}: there is no user '{arn}'.",
                    "Leave the ARN out to have the user created, or take the user out of the file."),
                wanted.IsFault,
                users.Place);
        }

        // A user that could not be read may be the one that seems to be missing.
        return wanted.Failure is null && Unreadable > 0
            ? wanted.ToBlocked(
                new ConnectOperationException(
                    StackPlanErrorIds.IncompleteStack,
                    $"{wanted.User.Row}: it is not sure whether the user exists, since not all users of '{users.Place.InstanceArn}' could be read.",
                    "See to the errors of the reading and run the command again."),
                isFault: true,
                users.Place)
            : _comparer.CompareToNothing(wanted, users.Place);
    }

    /// <summary>A live user, or the list of them, that could not be read. Where the user is one of the file by its ARN, it is that one's failure.</summary>
    private StackPlanItem ToFault(string? userArn, ConnectOperationException failure)
    {
        Interlocked.Increment(ref _unreadable);
        if (userArn is not null && users.Find(userArn, null).FirstOrDefault() is { } wanted && Settle(wanted))
        {
            return wanted.ToBlocked(failure, isFault: true, users.Place);
        }

        return new StackPlanItem { Status = StackUserStatus.Blocked, Place = users.Place, UserArn = userArn, Failure = failure, IsFault = true };
    }

    private bool Settle(WantedUser wanted)
    {
        if (!wanted.Settle())
        {
            return false;
        }

        if (wanted.Failure is null)
        {
            Interlocked.Decrement(ref _open);
        }

        return true;
    }

    private static ConnectOperationException Duplicate(WantedUser wanted, WantedUser first) => new(
        StackPlanErrorIds.DuplicateUser,
        $"{wanted.User.Row} is the same user as {first.User.Row}.",
        "Take one of the two out of the file.");
}
