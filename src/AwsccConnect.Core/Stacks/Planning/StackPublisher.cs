using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>
/// Carries out a plan: creates, then updates, then removals. A user that fails does not stop the others. Removals do not wait for failed
/// writes to succeed, since those are other users; what matters for them is that everything could be read.
/// </summary>
internal sealed class StackPublisher(StackDefinition stack, StackPlanner planner, StackPublishOptions options)
{
    private const string CreatedMeanwhile = "The user was created after the plan was made, by an earlier request or by another program; its password is the one set then.";
    private static readonly TimeSpan[] ListDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)];

    private readonly List<StackPlanItem> _creates = [];
    private readonly List<StackPlanItem> _updates = [];
    private readonly List<StackPlanItem> _extras = [];

    /// <summary>Plans and carries out.</summary>
    /// <exception cref="ConnectOperationException">Nothing can be done at all, for example without credentials.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var item in planner.PlanAsync(cancellationToken).ConfigureAwait(false))
        {
            await TakeAsync(item).ConfigureAwait(false);
        }

        var newUsers = new List<StackPlanItem>();
        await RunAsync(_creates, (item, token) => CreateAsync(item, newUsers, token), cancellationToken).ConfigureAwait(false);
        await RecheckAsync(newUsers, cancellationToken).ConfigureAwait(false);
        await RunAsync(_updates, UpdateAsync, cancellationToken).ConfigureAwait(false);
        await PruneAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task TakeAsync(StackPlanItem item)
    {
        var open = item.Status switch
        {
            StackUserStatus.Missing => _creates,
            StackUserStatus.Different => _updates,
            StackUserStatus.Extra => _extras,
            _ => null,
        };
        open?.Add(item);
        if (open is null)
        {
            await options.Report(item.Status == StackUserStatus.Blocked
                ? new(item, StackOutcome.Skipped) { Error = item.Failure }
                : new(item, StackOutcome.None) { User = item.Live }).ConfigureAwait(false);
        }
    }

    /// <summary>Works on items in parallel; what goes wrong with one is its own failure.</summary>
    public static async Task RunAsync(
        IEnumerable<StackPlanItem> items,
        int parallelism,
        Func<StackPlanItem, CancellationToken, Task<StackStepResult?>> work,
        Func<StackStepResult, Task> report,
        CancellationToken cancellationToken)
    {
        await foreach (var done in BulkStream.RunAsync(items.ToAsyncSequence(), parallelism, BulkOrder.AsFinished, work, cancellationToken).ConfigureAwait(false))
        {
            if (done.Error is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw done.Error;
            }

            if ((done.Error is null ? done.Result : new(done.Item, StackOutcome.Failed) { Error = done.Error }) is { } result)
            {
                await report(result).ConfigureAwait(false);
            }
        }
    }

    private Task RunAsync(List<StackPlanItem> items, Func<StackPlanItem, CancellationToken, Task<StackStepResult?>> work, CancellationToken cancellationToken)
    {
        items.Sort((one, other) => one.Index != other.Index
            ? one.Index.CompareTo(other.Index)
            : StringComparer.OrdinalIgnoreCase.Compare(one.Username, other.Username));
        return RunAsync(
            items,
            options.Parallelism,
            work,
            result => options.IsWhatIf && result.Error is null ? Task.CompletedTask : options.Report(result),
            cancellationToken);
    }

    private async Task<StackStepResult?> CreateAsync(StackPlanItem item, List<StackPlanItem> newUsers, CancellationToken cancellationToken)
    {
        var (password, isGenerated) = options.PasswordFor(item.User!);
        item.Generated = isGenerated ? new(item.Username, password) : null;
        var model = StackComparer.ModelOf(item.Creation!, item.User!, item.Scope!);
        await item.Scope!.Operations.Identities.CheckNewAsync($"{item.User!.Row}", model, password is not null, cancellationToken).ConfigureAwait(false);
        if (!await options.Confirm(new(item) { Model = model, HasPassword = password is not null }).ConfigureAwait(false))
        {
            return NotConfirmed(item);
        }

        try
        {
            var created = await item.Scope!.Operations.Creator
                .CreateAsync(model, password, clientToken: null, wait: true, item, cancellationToken).ConfigureAwait(false);
            planner.AddKnown(item, created.User?.UserArn);
            return new(item, StackOutcome.Created) { User = created.User };
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.AlreadyExists)
        {
            // Perhaps a request of an earlier run, which was stopped, was still in flight when the plan was made.
            lock (newUsers)
            {
                newUsers.Add(item);
            }

            return null;
        }
    }

    /// <summary>Checks users again that AWS reports as existing: they become updates, or have the desired state.</summary>
    private async Task RecheckAsync(List<StackPlanItem> newUsers, CancellationToken cancellationToken)
    {
        if (newUsers.Count == 0)
        {
            return;
        }

        var open = newUsers.ToDictionary(item => item.Index);
        ConnectOperationException? failure = null;
        try
        {
            foreach (var delay in ListDelays)
            {
                // A new user may take a moment to be listed.
                await Task.Delay(delay, newUsers[0].Scope!.Operations.Connection.Time, cancellationToken).ConfigureAwait(false);
                await foreach (var item in planner.RecheckAsync([.. open.Values], cancellationToken).ConfigureAwait(false))
                {
                    open.Remove(item.Index);
                    await TakeAsync(item with { Note = CreatedMeanwhile }).ConfigureAwait(false);
                }

                if (open.Count == 0)
                {
                    return;
                }
            }
        }
        catch (ConnectOperationException exception) when (!exception.EndsCommand)
        {
            failure = exception;
        }

        foreach (var item in open.Values)
        {
            await options.Report(new(item, StackOutcome.Failed)
            {
                Error = failure ?? new ConnectOperationException(
                    ErrorIds.AlreadyExists,
                    $"AWS reports that a user '{item.Username}' exists already, but it is not among the users of '{item.Scope!.InstanceArn}'.",
                    "Run the command again in a minute: the user may just have been made or removed."),
            }).ConfigureAwait(false);
        }
    }

    private async Task<StackStepResult?> UpdateAsync(StackPlanItem item, CancellationToken cancellationToken)
    {
        if (options.IsWhatIf)
        {
            await options.Confirm(new(item) { Operations = item.Operations }).ConfigureAwait(false);
            return null;
        }

        var result = await item.Scope!.Operations.Updater
            .UpdateAsync(item.Update!, plan => ConfirmUpdateAsync(item, plan), cancellationToken).ConfigureAwait(false);
        return result.Status switch
        {
            UserWriteStatus.Declined => NotConfirmed(item),
            UserWriteStatus.Unchanged => new(item, StackOutcome.None) { User = result.User, Message = "The user has reached the desired state meanwhile." },
            _ => new(item, StackOutcome.Updated) { User = result.User },
        };
    }

    private Task<bool> ConfirmUpdateAsync(StackPlanItem item, UserUpdatePlan plan)
    {
        // The plan may be minutes old: the user may have gone over to another stack.
        if (StackOwnership.OwnerOf(plan.Live) is { } present && present != stack.Owner && StackOwnership.OwnerOf(plan.Desired) == present)
        {
            throw StackComparer.OfOtherStack(plan.Label, present);
        }

        return options.Confirm(new(item) { Operations = Patching.UserPatch.Describe(plan.Patch, plan.Live, item.Scope!.NameOf) });
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        if (!options.Prunes)
        {
            return;
        }

        var refusal = RemovalGuard.Check(stack, _extras.Count, planner.OwnedUsers, options.MaximumRemovals, planner.Uncertain, requiresUsers: true);
        if (refusal is null)
        {
            await RunAsync(_extras, RemoveAsync, cancellationToken).ConfigureAwait(false);
            return;
        }

        await options.RefuseRemovals(refusal).ConfigureAwait(false);
        foreach (var item in options.IsWhatIf ? [] : _extras)
        {
            await options.Report(new(item, StackOutcome.Skipped) { Error = refusal, ReportsError = false }).ConfigureAwait(false);
        }
    }

    private async Task<StackStepResult?> RemoveAsync(StackPlanItem item, CancellationToken cancellationToken)
    {
        var step = new StackStep(item);
        if (options.IsWhatIf)
        {
            await options.Confirm(step).ConfigureAwait(false);
            return null;
        }

        return await StackRemover.RemoveAsync(item, stack.Owner, () => options.Confirm(step), cancellationToken).ConfigureAwait(false);
    }

    private static StackStepResult NotConfirmed(StackPlanItem item) =>
        new(item, StackOutcome.Skipped) { Message = "The change was not confirmed." };
}
