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
internal sealed class UserUpdater(ServiceConnection connection, CommandRun run, WriteRunner writes, ResourceReader reader)
{
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

        if (plan.Patch.IsEmpty)
        {
            run.Observer.Note($"'{plan.Label}' has the desired state already; no write call.");
            return new(UserWriteStatus.Unchanged, connection.ToUser(live), null);
        }

        if (!await confirm(plan).ConfigureAwait(false))
        {
            return new(UserWriteStatus.Declined, connection.ToUser(live), null);
        }

        return await ChangeRecorder.RunAsync(
            run,
            update.IsPartOfCreate ? null : recorder => recorder.Start(connection, "UPDATE", plan.Live, plan.Desired, update.UserArn, update.Item),
            change => WriteAsync(update, plan, tokens, change, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<UserWriteResult> WriteAsync(
        UserUpdate update, UserUpdatePlan plan, ClientTokenSequence? tokens, ChangeRecord? change, CancellationToken cancellationToken)
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
                (number, clientToken, token) => PrepareAsync(attempt, number, clientToken, token),
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
        UpdateAttempt attempt, int number, string clientToken, CancellationToken cancellationToken)
    {
        if (number > 1)
        {
            // A failed update may be half applied: what is left to do can only be found from the live state.
            var live = await ReadAsync(attempt.Update.UserArn, cancellationToken).ConfigureAwait(false);
            attempt.Retry(live);
            if (attempt.Plan.Patch.IsEmpty)
            {
                return null;
            }
        }

        var computed = number == 1 && attempt.Update.Verbatim is { } given ? given : Ordered(attempt.Plan.Patch);
        var patch = attempt.Update.IfUnchanged ? UserPatch.WithTests(computed, attempt.Plan.Live) : computed;
        return new UpdateResourceRequest
        {
            TypeName = ResourceTypes.User,
            Identifier = attempt.Update.UserArn,
            PatchDocument = patch.ToJson(),
            ClientToken = clientToken,
            RoleArn = connection.RoleArn,
        };
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
