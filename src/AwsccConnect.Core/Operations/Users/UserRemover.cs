using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>Removes users.</summary>
internal sealed class UserRemover(ServiceConnection connection, CommandRun run, WriteRunner writes, ResourceReader reader)
{
    /// <summary>Removes a user and, unless wait is false, waits until it is gone.</summary>
    public async Task<UserWriteResult> RemoveAsync(
        string userArn, string? clientToken, bool wait, bool ignoreNotFound, object? item, CancellationToken cancellationToken)
    {
        using var userLock = await KeyedLock.Users.AcquireAsync(userArn, cancellationToken).ConfigureAwait(false);
        var live = run.Changes is null ? null : await reader.TryGetUserAsync(userArn, cancellationToken).ConfigureAwait(false);
        return await ChangeRecorder.RunAsync(
            run,
            live is null ? null : recorder => recorder.Start(connection, "DELETE", live, [], userArn, item),
            change => WriteAsync(userArn, clientToken, wait, ignoreNotFound, item, change, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<UserWriteResult> WriteAsync(
        string userArn, string? clientToken, bool wait, bool ignoreNotFound, object? item, ChangeRecord? change, CancellationToken cancellationToken)
    {
        var mayHaveRemoved = false;
        try
        {
            var last = await writes.RunAsync(
                new WriteIntent("DELETE", "DeleteResource", userArn, clientToken, wait, run.Tokens?.Take("DELETE", userArn, string.Empty))
                {
                    UserArn = userArn,
                    Item = item,
                    Change = change,
                },
                new Deadline(connection.Time, run.Timeout),
                connection.Client.DeleteResourceAsync,
                (preparation, _) => Task.FromResult<DeleteResourceRequest?>(
                    new() { TypeName = ResourceTypes.User, Identifier = userArn, ClientToken = preparation.ClientToken, RoleArn = connection.RoleArn }),
                async (end, token) =>
                {
                    var isGone = await IsGoneAsync(userArn, end, mayHaveRemoved, token).ConfigureAwait(false);
                    mayHaveRemoved |= end.Event?.ErrorCode?.Value != ErrorIds.NotFound;
                    return isGone ? end.Event : null;
                },
                cancellationToken).ConfigureAwait(false);
            connection.Recent.WasRemoved(userArn);
            return wait
                ? new(UserWriteStatus.Done, null, null)
                : new(UserWriteStatus.Accepted, null, ConnectUserRequest.From(last!, userArn, connection.Region));
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.NotFound && (mayHaveRemoved || ignoreNotFound))
        {
            return new(mayHaveRemoved ? UserWriteStatus.Done : UserWriteStatus.AlreadyGone, null, null);
        }
    }

    /// <summary>Whether a request that did not simply succeed, or one before it, has removed the user all the same.</summary>
    private async Task<bool> IsGoneAsync(string userArn, AttemptResult end, bool mayHaveRemoved, CancellationToken cancellationToken)
    {
        switch (end.Kind)
        {
            case AttemptResultKind.TokenConflict or AttemptResultKind.ReplayedFailure:
                // Sent again: if the user is gone, the next request fails with NotFound.
                return false;
            case AttemptResultKind.ReplayedSuccess:
                return await IsGoneAsync(userArn, cancellationToken).ConfigureAwait(false);
        }

        var failed = end.Event!;
        if (failed.ErrorCode?.Value == ErrorIds.NotFound)
        {
            return mayHaveRemoved;
        }

        if (FailureClassifier.Classify(failed).Kind != FailureKind.Permanent)
        {
            return false;
        }

        try
        {
            return await IsGoneAsync(userArn, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException)
        {
            // When the user cannot be read, the failure of the request is reported.
            return false;
        }
    }

    private async Task<bool> IsGoneAsync(string userArn, CancellationToken cancellationToken) =>
        await reader.TryGetUserAsync(userArn, cancellationToken, NotFoundPolicy.Report).ConfigureAwait(false) is null;
}
