using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// Changes users: reads the live state, sends the smallest patch that leads to the desired state and, where AWS is known
/// to report success without having changed anything, reads back.
/// </summary>
internal sealed class UserUpdater(ServiceConnection connection, CommandRun run, WriteRunner writes, ResourceReader reader, OpenRequests open)
{
    /// <summary>After a longer prompt the user is read again.</summary>
    private static readonly TimeSpan MaximumPrompt = TimeSpan.FromSeconds(5);

    /// <summary>Changes a user. Throws where the change was refused, failed, or was not or only partly applied.</summary>
    public async Task<UserWriteResult> UpdateAsync(
        UserUpdate update, Func<UserUpdatePlan, Task<bool>> confirm, CancellationToken cancellationToken)
    {
        using var userLock = update.IsWhatIf ? null : await KeyedLock.Users.AcquireAsync(update.UserArn, cancellationToken).ConfigureAwait(false);
        var tokens = update.IsWhatIf ? null : run.Tokens?.Take("UPDATE", update.UserArn, update.ToStableText());
        var live = await ReadAsync(update.UserArn, cancellationToken).ConfigureAwait(false);
        var plan = update.PlanFrom(live);
        if (update is { IfUnchanged: true, Expected: { } expected })
        {
            plan.ThrowIfChanged(expected, live);
        }

        if (update is { IfUnchanged: true, ExpectedChecksum: { } checksum })
        {
            plan.ThrowIfChanged(checksum);
        }

        if (plan.Patch.IsEmpty)
        {
            run.Observer.Note($"'{plan.Label}' has the desired state already; no write call.");
            return new(UserWriteStatus.Unchanged, connection.ToUser(live), null);
        }

        var start = connection.Time.GetTimestamp();
        if (!await confirm(plan).ConfigureAwait(false))
        {
            return new(UserWriteStatus.Declined, connection.ToUser(live), null);
        }

        var isOld = connection.Time.GetElapsedTime(start) > MaximumPrompt;
        return await ChangeRecorder.RunAsync(
            run,
            update.IsPartOfCreate ? null : recorder => recorder.Start(connection, "UPDATE", plan.Live, plan.Desired, update.UserArn, update.Item),
            change => WriteAsync(update, plan, isOld, tokens, change, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<UserWriteResult> WriteAsync(
        UserUpdate update, UserUpdatePlan plan, bool isOld, ClientTokenSequence? tokens, ChangeRecord? change, CancellationToken cancellationToken)
    {
        var attempt = new UpdateAttempt(update, plan);
        ProgressEvent? last;
        try
        {
            last = await writes.RunAsync(
                new WriteIntent("UPDATE", "UpdateResource", plan.Label, update.ClientToken, update.Wait, tokens)
                {
                    Item = update.Item,
                    UserArn = update.UserArn,
                    Change = change,
                },
                new Deadline(connection.Time, run.Timeout),
                connection.Client.UpdateResourceAsync,
                (preparation, token) => PrepareAsync(attempt, preparation with { IsRenewal = isOld || preparation.IsRenewal }, change, token),
                (end, _) => Task.FromResult(attempt.Resolve(end)),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            if (await ExplainAsync(attempt, exception, cancellationToken).ConfigureAwait(false) is not { } whole)
            {
                throw;
            }

            run.Observer.Note($"AWS reported the update of '{plan.Label}' as failed, but the user has the desired state: {exception.Message}");
            return new(UserWriteStatus.Done, connection.ToUser(whole), null);
        }

        if (!update.Wait && last is not null)
        {
            return new(UserWriteStatus.Accepted, null, ConnectUserRequest.From(last, plan.Label, connection.Region));
        }

        return new(UserWriteStatus.Done, await VerifyAsync(attempt, cancellationToken).ConfigureAwait(false), null);
    }

    /// <summary>A run that is started again has to send the same text for the same change.</summary>
    private PatchDocument Ordered(PatchDocument patch) => run.Tokens is null ? patch : StableOrder.Of(patch);

    private async Task<UpdateResourceRequest?> PrepareAsync(
        UpdateAttempt attempt, RequestPreparation preparation, ChangeRecord? change, CancellationToken cancellationToken)
    {
        var isFirst = preparation.Number == 1;
        if (preparation.WasBusy)
        {
            await WaitForOthersAsync(attempt.Update.UserArn, cancellationToken).ConfigureAwait(false);
        }

        if (!isFirst || preparation.IsRenewal)
        {
            // A failed update may be half applied, and other clients may have changed the user: what is left to do shows in the live state alone.
            var live = await ReadAsync(attempt.Update.UserArn, cancellationToken).ConfigureAwait(false);
            if (isFirst)
            {
                attempt.Renew(live);
                change?.Changes = PropertyChange.Between(attempt.Plan.Live, attempt.Plan.Desired);
            }
            else
            {
                attempt.Retry(live);
            }

            if (attempt.Plan.Patch.IsEmpty)
            {
                return null;
            }
        }

        var computed = isFirst && attempt.Update.Verbatim is { } given ? given : Ordered(attempt.Plan.Patch);
        var patch = attempt.Update.IfUnchanged ? UserPatch.WithTests(computed, attempt.Plan.Live) : computed;
        return new UpdateResourceRequest
        {
            TypeName = ResourceTypes.User,
            Identifier = attempt.Update.UserArn,
            PatchDocument = patch.ToJson(),
            ClientToken = preparation.ClientToken,
            RoleArn = connection.RoleArn,
        };
    }

    /// <summary>What is read while another request changes the user would undo that change: a list is written whole.</summary>
    private async Task WaitForOthersAsync(string userArn, CancellationToken cancellationToken)
    {
        try
        {
            await open.WaitAsync(userArn, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            run.Observer.Note($"The request that holds '{ServiceText.Shorten(userArn)}' cannot be waited for: {exception.Message}");
        }
    }

    /// <summary>
    /// Reads the live state after a failure and throws a more exact error where there is one.
    /// Returns the state when it is the desired one nevertheless; null when the failure is to be reported.
    /// </summary>
    private async Task<JsonObject?> ExplainAsync(UpdateAttempt attempt, ConnectOperationException failure, CancellationToken cancellationToken)
    {
        var mayBeTest = attempt.Update.IfUnchanged && failure.ErrorId == ErrorIds.InvalidRequest;
        if ((!attempt.HasFailed && !mayBeTest) || failure.ErrorId == ErrorIds.RequestTimeout)
        {
            return null;
        }

        JsonObject after;
        try
        {
            after = await ReadAsync(attempt.Update.UserArn, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException)
        {
            // The first failure is reported.
            return null;
        }

        if (mayBeTest && !attempt.HasFailed)
        {
            attempt.Plan.ThrowIfChanged(attempt.Plan.Live, after);
            return null;
        }

        var applied = attempt.AppliedIn(after);
        var missing = attempt.MissingIn(after);
        if (missing.Count == 0)
        {
            return after;
        }

        if (applied.Count > 0)
        {
            throw new ConnectOperationException(
                ErrorIds.UpdateHalfApplied,
                $"AWS reported the update of '{attempt.Plan.Label}' as failed ({failure.Message}) after it had changed {string.Join(", ", applied)}. Not changed: {string.Join(", ", missing)}.",
                innerException: failure);
        }

        return null;
    }

    private async Task<ConnectUser?> VerifyAsync(UpdateAttempt attempt, CancellationToken cancellationToken)
    {
        if (!attempt.Update.ReadBack && !attempt.Touches("SecurityProfileArns"))
        {
            return null;
        }

        var after = await ReadBackAsync(attempt, cancellationToken).ConfigureAwait(false);
        var missing = attempt.MissingIn(after);
        return missing.Count == 0 || attempt.WasDoneBefore
            ? connection.ToUser(after)
            : throw new ConnectOperationException(
                ErrorIds.UpdateNotApplied,
                $"AWS reported the update of '{attempt.Plan.Label}' as successful, but {string.Join(", ", missing)} did not change.");
    }

    private async Task<JsonObject> ReadBackAsync(UpdateAttempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(attempt.Update.UserArn, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            throw exception.Reworded(
                $"{exception.Message} AWS had reported the update of '{attempt.Plan.Label}' as successful; only reading the user back failed.");
        }
    }

    private Task<JsonObject> ReadAsync(string userArn, CancellationToken cancellationToken) =>
        reader.GetAsync(ResourceTypes.User, userArn, cancellationToken);
}
