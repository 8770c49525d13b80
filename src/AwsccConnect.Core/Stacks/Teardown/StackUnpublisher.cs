using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Teardown;

/// <summary>
/// Takes a stack down: finds the users that carry its ownership tag, and removes those that the file does not protect. Each is read
/// again before its removal. Users without the tag are not touched, whether the file has them or not.
/// </summary>
internal sealed class StackUnpublisher(StackDefinition stack, StackUnpublishOptions options, Func<string?, ConnectOperations> operationsFor)
{
    private readonly StackScopes _scopes = new(stack, options.Region, operationsFor);
    private readonly Dictionary<StackScope, List<StackUser>> _kept = [];
    private readonly List<StackPlanItem> _removals = [];
    private readonly List<StackPlanItem> _spared = [];
    private int _unreadable;

    /// <summary>Whether everything could be read and no user carries the stack's tag; known when the run has ended.</summary>
    public bool FoundNone => _kept.Count > 0 && _removals.Count + _spared.Count + _unreadable + stack.Errors.Count == 0;

    /// <summary>Finds the users and removes them.</summary>
    /// <exception cref="ConnectOperationException">Nothing can be done at all, for example without credentials.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ResolveScopesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (scope, kept) in _kept)
        {
            await InspectAsync(scope, kept, cancellationToken).ConfigureAwait(false);
        }

        if (_kept.Count == 0 && _unreadable == 0 && stack.Errors.Count == 0)
        {
            // An emptied file must not pass for a stack that is gone.
            await options.RefuseRemovals(new ConnectOperationException(
                ErrorIds.EmptyStack,
                $"'{stack.Path}' has no users and no instance is named, so it is not known where the users of '{stack.Owner}' are.")).ConfigureAwait(false);
            return;
        }

        _removals.Sort(ByName);
        _spared.Sort(ByName);
        foreach (var item in options.IsWhatIf ? [] : _spared)
        {
            await options.Report(new(item, StackOutcome.Skipped)).ConfigureAwait(false);
        }

        var refusal = RemovalGuard.Check(
            stack, _removals.Count, _removals.Count + _spared.Count, options.MaximumRemovals, _unreadable, requiresUsers: false);
        if (refusal is not null)
        {
            await options.RefuseRemovals(refusal).ConfigureAwait(false);
            await SkipAsync(item => new(item, StackOutcome.Skipped) { Error = refusal, ReportsError = false }).ConfigureAwait(false);
        }
        else if (_removals.Count > 0)
        {
            if (await options.Confirm(_removals).ConfigureAwait(false))
            {
                await StackPublisher.RunAsync(
                    _removals,
                    options.Parallelism,
                    async (item, token) => await StackRemover.RemoveAsync(item, stack.Owner, () => Task.FromResult(true), token).ConfigureAwait(false),
                    options.Report,
                    cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await SkipAsync(item => new(item, StackOutcome.Skipped) { Message = "The removal was not confirmed." }).ConfigureAwait(false);
            }
        }
    }

    private static int ByName(StackPlanItem one, StackPlanItem other) => StringComparer.OrdinalIgnoreCase.Compare(one.Label, other.Label);

    /// <summary>The instances to look in: those of the users of the file, and the one that was given.</summary>
    private async Task ResolveScopesAsync(CancellationToken cancellationToken)
    {
        if (options.InstanceArn is { } instance)
        {
            _kept.TryAdd(await _scopes.FindAsync(instance, rowRegion: null, cancellationToken).ConfigureAwait(false), []);
        }

        var all = stack.Users.Select(user => (User: user, IsKept: user.IsProtected)).Concat(stack.SkippedUsers.Select(user => (User: user, IsKept: true)));
        foreach (var (user, isKept) in all)
        {
            try
            {
                var scope = await _scopes.FindAsync(user.Row, cancellationToken).ConfigureAwait(false);
                if (!_kept.TryGetValue(scope, out var kept))
                {
                    _kept[scope] = kept = [];
                }

                if (isKept)
                {
                    kept.Add(user.InInstance(scope.InstanceArn));
                }
            }
            catch (ConnectOperationException exception) when (!exception.EndsCommand)
            {
                _unreadable++;
                await options.Report(new(
                    new StackPlanItem { Status = StackUserStatus.Blocked, User = user, Username = user.Row.Username, UserArn = user.Row.Identifier, Failure = exception },
                    StackOutcome.Skipped) { Error = exception }).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads the users of an instance that may carry the stack's tag, and checks the tag.</summary>
    private async Task InspectAsync(StackScope scope, List<StackUser> kept, CancellationToken cancellationToken)
    {
        var live = new LiveUsers(scope.Operations, options.Parallelism);
        try
        {
            var reads = live.ReadAsync(live.ListOwnedAsync(scope.InstanceArn, stack.Owner, cancellationToken), (arn, state) => Inspect(scope, kept, arn, state), cancellationToken);
            await foreach (var read in reads.ConfigureAwait(false))
            {
                if (read.Result is { } item)
                {
                    (item.Status == StackUserStatus.Extra ? _removals : _spared).Add(item);
                }
                else if (read.Error is ConnectOperationException { ErrorId: not ErrorIds.NotFound } failure)
                {
                    await FailAsync(scope, read.Item, failure).ConfigureAwait(false);
                }
                else if (read.Error is not (null or ConnectOperationException))
                {
                    throw read.Error;
                }
            }
        }
        catch (ConnectOperationException exception) when (!exception.EndsCommand)
        {
            await FailAsync(scope, null, exception).ConfigureAwait(false);
        }
    }

    private async Task FailAsync(StackScope scope, string? userArn, ConnectOperationException failure)
    {
        if (failure.EndsCommand)
        {
            throw failure;
        }

        _unreadable++;
        var item = new StackPlanItem { Status = StackUserStatus.Blocked, Scope = scope, UserArn = userArn, Failure = failure, IsFault = true };
        await options.Report(new(item, StackOutcome.Skipped) { Error = failure }).ConfigureAwait(false);
    }

    private StackPlanItem? Inspect(StackScope scope, List<StackUser> kept, string userArn, JsonObject live)
    {
        if (StackOwnership.OwnerOf(live) != stack.Owner)
        {
            return null;
        }

        var username = JsonText.StringOf(live["Username"]);
        var keeper = kept.Find(user => user.Row.Identifier is { } arn
            ? arn == userArn
            : user.Row.Username!.Equals(username, StringComparison.OrdinalIgnoreCase));
        return keeper is null ? StackComparer.ToExtra(scope, userArn, live) : new StackPlanItem
        {
            Status = StackUserStatus.Blocked,
            Scope = scope,
            User = keeper,
            Username = username,
            UserArn = userArn,
            Failure = keeper.IsProtected
                ? new(ErrorIds.ProtectedUser, "The file protects the user from removal.")
                : new(ErrorIds.ProtectedUser, "The file leaves the user out of this run.", "Correct the condition in the file, or remove the user with Remove-ConnectUser."),
        };
    }

    private async Task SkipAsync(Func<StackPlanItem, StackStepResult> result)
    {
        foreach (var item in options.IsWhatIf ? [] : _removals)
        {
            await options.Report(result(item)).ConfigureAwait(false);
        }
    }
}
