using System.Security;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Changes;

/// <summary>
/// Undoes changes of users, each user with one write. What a killed command may still have in flight is waited for first; a user is
/// removed only where AWS itself has named it as created by the change.
/// </summary>
internal sealed class UserUndoer(CommandRun run, ConnectOperations operations)
{
    /// <summary>Clocks that are further apart cannot sign requests.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private object? _gate;
    private Task? _settled;
    private Task<IReadOnlyList<ProgressEvent>>? _creates;

    /// <summary>
    /// Takes the changes of a user back. <c>confirm</c> is called before anything is written: with the plan, the model of a user that is made
    /// again, and whether it gets the password. The item in work is an <see cref="IUndoSource"/>. The result is null where there was nothing to
    /// write.
    /// </summary>
    public async Task<(UndoPlan Plan, UserWriteResult? Result)> UndoAsync(
        UserUndo undo, SecureString? password, Func<UndoPlan, JsonObject?, bool, Task<bool>> confirm, object item, CancellationToken cancellationToken)
    {
        if (undo.Records.Any(record => record.IsUncertain))
        {
            await LazyInitializer.EnsureInitialized(ref _settled, ref _gate, () => operations.Open.WaitAsync(null, run.Stop.Stopping)).WaitAsync(cancellationToken).ConfigureAwait(false);
            undo = await ProveAsync(undo, cancellationToken).ConfigureAwait(false);
        }

        var plan = UndoPlanner.Plan(undo, await TryReadAsync(undo.UserArn, cancellationToken).ConfigureAwait(false));
        var result = plan.Operation switch
        {
            "CREATE" => await CreateAsync(plan, password, confirm, item, cancellationToken).ConfigureAwait(false),
            "DELETE" => await RemoveAsync(plan, confirm, item, cancellationToken).ConfigureAwait(false),
            "UPDATE" => await operations.Updater.UpdateAsync(
                new UserUpdate
                {
                    UserArn = undo.UserArn!,
                    Changes = UserEdits.Between(plan.Live, plan.Desired!),
                    IfUnchanged = true,
                    Expected = plan.Live,
                    ReadBack = true,
                    Item = item,
                },
                _ => confirm(plan, null, false),
                cancellationToken).ConfigureAwait(false),
            _ => null,
        };
        return (plan, result);
    }

    private async Task<UserWriteResult> CreateAsync(
        UndoPlan plan, SecureString? password, Func<UndoPlan, JsonObject?, bool, Task<bool>> confirm, object item, CancellationToken cancellationToken)
    {
        var model = UserModels.ForCreate(plan.Desired!);
        var type = await operations.Identities.TypeOfAsync(model["InstanceArn"]!.ToString(), cancellationToken).ConfigureAwait(false);
        var used = type is null or IdentityRules.Managed ? password : null;
        await operations.Identities.CheckNewAsync(plan.Undo.Label, model, used is not null, cancellationToken).ConfigureAwait(false);
        return await confirm(plan, model, used is not null).ConfigureAwait(false)
            ? await operations.Creator.CreateAsync(model, used, clientToken: null, wait: true, item, cancellationToken).ConfigureAwait(false)
            : new(UserWriteStatus.Declined, null, null);
    }

    private async Task<UserWriteResult> RemoveAsync(
        UndoPlan plan, Func<UndoPlan, JsonObject?, bool, Task<bool>> confirm, object item, CancellationToken cancellationToken)
    {
        if (!await confirm(plan, null, false).ConfigureAwait(false))
        {
            return new(UserWriteStatus.Declined, null, null);
        }

        // The prompt may have stood for minutes.
        var arn = plan.Undo.UserArn!;
        return await TryReadAsync(arn, cancellationToken).ConfigureAwait(false) is { } live && !UserStateComparer.AreEqual(live, plan.Live!)
            ? throw new ConnectOperationException(
                ErrorIds.ConcurrentChange, $"'{plan.Undo.Label}' was changed by another client since it was read. Nothing was written.", "Run the command again for this user.")
            : await operations.Remover.RemoveAsync(arn, clientToken: null, wait: true, ignoreNotFound: true, item, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds the users that creates have made of which the log does not know the end, in what AWS keeps of requests.</summary>
    private async Task<UserUndo> ProveAsync(UserUndo undo, CancellationToken cancellationToken)
    {
        var records = new List<ChangeRecord>();
        foreach (var record in undo.Records)
        {
            // What came after it was about the user that it made.
            var arn = record is { Operation: "CREATE", UserArn: null, IsUncertain: true }
                ? await CreatedByAsync(record, records.LastOrDefault(later => later.Operation != "CREATE")?.UserArn, cancellationToken).ConfigureAwait(false)
                : null;
            records.Add(arn is null ? record : record with { UserArn = arn });
            if (arn is not null && await TryReadAsync(undo.UserArn, cancellationToken).ConfigureAwait(false) is null)
            {
                undo = undo with { UserArn = arn };
            }
        }

        if (undo.UserArn is null)
        {
            // One that is not known to be of the change is reported, where it exists.
            undo = undo with { UserArn = await FindAsync(undo.Records[0], cancellationToken).ConfigureAwait(false) };
        }

        return undo with { Records = records };
    }

    private async Task<string?> CreatedByAsync(ChangeRecord record, string? userArn, CancellationToken cancellationToken)
    {
        var creates = await LazyInitializer.EnsureInitialized(
            ref _creates, ref _gate, () => operations.History.ListAsync(new RequestFilter { Operations = ["CREATE"], Statuses = ["SUCCESS"] }, run.Stop.Stopping).CollectAsync())
            .WaitAsync(cancellationToken).ConfigureAwait(false);
        if (record.RequestToken is { } token)
        {
            return creates.FirstOrDefault(create => create.RequestToken == token)?.Identifier;
        }

        var earliest = (record.Time - ClockSkew).UtcDateTime;
        var found = userArn ?? await FindAsync(record, cancellationToken).ConfigureAwait(false);
        return creates.FirstOrDefault(create => create.Identifier == found && create.EventTime?.ToUniversalTime() >= earliest)?.Identifier;
    }

    private Task<string?> FindAsync(ChangeRecord record, CancellationToken cancellationToken) => record is { InstanceArn: { } instance, Username: { } username }
        ? operations.Finder.FindNowAsync(instance, username, cancellationToken)
        : Task.FromResult<string?>(null);

    private async Task<JsonObject?> TryReadAsync(string? userArn, CancellationToken cancellationToken) =>
        userArn is null ? null : await operations.Resources.TryGetUserAsync(userArn, cancellationToken).ConfigureAwait(false);
}
