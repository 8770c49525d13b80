using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AwsccConnect.Core.Operations;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>
/// Compares a stack with the live users: names are resolved, each instance is listed and read once at the rate that AWS allows, and
/// for each user only the difference is kept. It writes nothing.
/// </summary>
internal sealed class StackPlanner(StackDefinition stack, StackPlanOptions options, Func<string?, ConnectOperations> operationsFor)
{
    private const int InstancesAtOnce = 8;

    private readonly StackScopes _scopes = new(stack, options.Region, operationsFor);
    private readonly Dictionary<StackScope, DesiredStackUsers> _users = [];
    private readonly Dictionary<StackScope, InstancePlanner> _planners = [];
    private int _unresolved;

    /// <summary>Users that carry the stack's tag, in the instances that were looked at; known when the plan has ended.</summary>
    public int OwnedUsers => _planners.Values.Sum(planner => planner.OwnedUsers);

    /// <summary>
    /// Live users that could not be read and users of the file that could not be found or created, so that it is not certain which
    /// users are not in the file; known when the plan has ended.
    /// </summary>
    public int Uncertain => _unresolved + _planners.Values.Sum(planner => planner.Uncertain);

    /// <summary>Plans.</summary>
    /// <exception cref="ConnectOperationException">Nothing can be read at all, for example without credentials.</exception>
    public async IAsyncEnumerable<StackPlanItem> PlanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var unresolved in await ResolveScopesAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return unresolved;
        }

        foreach (var users in _users.Values)
        {
            await ResolveNamesAsync(users, cancellationToken).ConfigureAwait(false);
            _planners[users.Scope] = new InstancePlanner(users, stack.Owner, options);
        }

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var items = Channel.CreateBounded<StackPlanItem>(options.Parallelism);
        var planning = Task.Run(() => PlanScopesAsync(items.Writer, linked.Token), CancellationToken.None);
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }

            await planning.ConfigureAwait(false);
        }
        finally
        {
            await linked.CancelAsync().ConfigureAwait(false);
            await planning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Looks again at users that were missing and exist now, for example because a request of a run that was killed was still being
    /// carried out. Only users that were not there when the plan was made are read.
    /// </summary>
    /// <exception cref="ConnectOperationException">The users could not be listed or read.</exception>
    public async IAsyncEnumerable<StackPlanItem> RecheckAsync(
        IReadOnlyList<StackPlanItem> missing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ofScope in missing.GroupBy(item => item.Scope!))
        {
            var indexes = ofScope.Select(item => item.Index).ToHashSet();
            var desired = _users[ofScope.Key].All.Where(user => indexes.Contains(user.Index)).ToList();
            await foreach (var item in _planners[ofScope.Key].RecheckAsync(desired, cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
    }

    /// <summary>Records that a missing user was created, so that it is not read again.</summary>
    public void AddKnown(StackPlanItem missing, string? userArn)
    {
        if (userArn is not null)
        {
            _users[missing.Scope!].AddKnown(userArn);
        }
    }

    /// <summary>Finds each user's instance. Users whose instance is not known are blocked.</summary>
    private async Task<IReadOnlyList<StackPlanItem>> ResolveScopesAsync(CancellationToken cancellationToken)
    {
        var unresolved = new List<StackPlanItem>();
        if (options.InstanceArn is { } instance)
        {
            AddScope(await _scopes.FindAsync(instance, rowRegion: null, cancellationToken).ConfigureAwait(false));
        }

        for (var index = 0; index < stack.Users.Count; index++)
        {
            var desired = new DesiredStackUser(stack.Users[index], index);
            try
            {
                var scope = await _scopes.FindAsync(desired.User.Row, cancellationToken).ConfigureAwait(false);
                desired = new DesiredStackUser(stack.Users[index].InInstance(scope.InstanceArn), index);
                if (desired.UserArn is null && desired.Username is null)
                {
                    throw new ConnectOperationException(
                        ErrorIds.MissingIdentity, $"{desired.User.Row}: it does not identify a user.", "Give Username, or the user's ARN.");
                }

                if (AddScope(scope).Add(desired) is { } first)
                {
                    unresolved.Add(desired.ToDuplicate(first, scope));
                }
            }
            catch (ConnectOperationException exception) when (!exception.EndsCommand)
            {
                _unresolved++;
                unresolved.Add(desired.ToBlocked(exception, scope: null, IsFault(exception)));
            }
        }

        await ResolveSkippedAsync(cancellationToken).ConfigureAwait(false);
        return unresolved;
    }

    /// <summary>Users whose condition is false are neither changed nor treated as extra users.</summary>
    private async Task ResolveSkippedAsync(CancellationToken cancellationToken)
    {
        foreach (var skipped in options.FindsExtras ? stack.SkippedUsers : [])
        {
            try
            {
                var scope = await _scopes.FindAsync(skipped.Row, cancellationToken).ConfigureAwait(false);
                AddScope(scope).AddMentioned(skipped.InInstance(scope.InstanceArn));
            }
            catch (ConnectOperationException exception) when (!exception.EndsCommand)
            {
                _unresolved++;
            }
        }
    }

    private DesiredStackUsers AddScope(StackScope scope)
    {
        if (!_users.TryGetValue(scope, out var users))
        {
            _users[scope] = users = new DesiredStackUsers(scope);
        }

        return users;
    }

    /// <summary>Resolves the names of all users of an instance: each list of names is read once, whatever the number of users.</summary>
    private static async Task ResolveNamesAsync(DesiredStackUsers users, CancellationToken cancellationToken)
    {
        var names = users.Scope.Operations.Names;
        foreach (var desired in users.All)
        {
            try
            {
                var row = desired.User.Row;
                desired.Changes = await names.ResolveAsync(
                    row.ToString(), StackOwnership.WithoutReserved(row.Changes), users.Scope.InstanceArn, cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectOperationException exception) when (!exception.EndsCommand)
            {
                desired.Failure = exception;
                desired.IsFault = IsFault(exception);
            }
        }
    }

    private async Task PlanScopesAsync(ChannelWriter<StackPlanItem> items, CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                _planners.Values,
                new ParallelOptions { MaxDegreeOfParallelism = InstancesAtOnce, CancellationToken = cancellationToken },
                async (planner, token) =>
                {
                    await foreach (var item in planner.PlanAsync(token).ConfigureAwait(false))
                    {
                        await items.WriteAsync(item, token).ConfigureAwait(false);
                    }
                }).ConfigureAwait(false);
            items.Complete();
        }
        catch (Exception exception)
        {
            items.Complete(exception);
        }
    }

    /// <summary>Whether a failure is one of reading rather than one of the file's content.</summary>
    private static bool IsFault(ConnectOperationException exception) => exception.ErrorId is not (
        ErrorIds.NotFound or ErrorIds.AmbiguousName or ErrorIds.MissingIdentity or ErrorIds.InvalidArn or ErrorIds.RegionMismatch
        or ErrorIds.InstanceMismatch or ErrorIds.PropertyNotUpdatable or ErrorIds.InvalidValue);
}
