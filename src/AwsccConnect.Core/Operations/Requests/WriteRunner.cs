using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// Carries a write through: sends it with a client token, waits for its end, and sends a new request where the
/// handler's failure is transient (throttling arrives as FAILED inside a successful status response). In a run that
/// was started again AWS replays the responses of the earlier run; those are checked before they are used.
/// </summary>
internal sealed class WriteRunner(ServiceConnection connection, CommandRun run, RetryingClient calls, RequestScheduler scheduler)
{
    public async Task<ProgressEvent?> RunAsync<TRequest, TResponse>(
        WriteIntent intent,
        Deadline deadline,
        Func<TRequest, CancellationToken, Task<TResponse>> call,
        Func<RequestPreparation, CancellationToken, Task<TRequest?>> prepare,
        Func<AttemptResult, CancellationToken, Task<ProgressEvent?>> resolve,
        CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse
    {
        // Requests of earlier runs have numbers too; only this run's own count as attempts.
        var attempt = 0;
        var notFound = new NotFoundRetry(connection, intent.UserArn, intent.NotFound);
        for (var number = 1; ; number++)
        {
            var clientToken = intent.ClientTokenFor(number);
            RequestPreparation preparation = new(number, clientToken);
            if (await prepare(preparation, cancellationToken).ConfigureAwait(false) is not { } request)
            {
                return null;
            }

            var isRenewed = false;
            var write = new WriteAttempts(connection.Time);
            ProgressEvent? last;
            try
            {
                last = await SendAndWaitAsync(
                    intent,
                    clientToken,
                    deadline,
                    write,
                    token => calls.WriteAsync(call, request, intent.Label, deadline, write, token, notFound, RenewAsync),
                    cancellationToken).ConfigureAwait(false);
                if (last is null)
                {
                    return null;
                }
            }
            catch (ConnectOperationException exception) when (
                exception.ErrorId == ErrorIds.ClientTokenConflict && (intent.Run is not null || isRenewed) && !deadline.IsPassedAfter(TimeSpan.Zero))
            {
                run.Observer.Note($"'{intent.Label}': request {number} was sent with other values before; looking at what it has done.");
                if (await resolve(new(AttemptResultKind.TokenConflict, null), cancellationToken).ConfigureAwait(false) is { } settled)
                {
                    return settled;
                }

                continue;
            }

            if (intent.Run is not null && write.IsReplay(number))
            {
                // The rate is the handler's, which had nothing to do: a run that was almost done is not to take as long again.
                connection.Pacer.Refunded(intent.CallName);
                if (await ReplayedAsync(intent, last, number, deadline, resolve, cancellationToken).ConfigureAwait(false) is { } replayed)
                {
                    return replayed;
                }

                run.InFlight.Remove(clientToken);
                continue;
            }

            if (!intent.Wait || last.OperationStatus == OperationStatus.SUCCESS)
            {
                connection.Pacer.Accepted(intent.CallName, write.Epoch);
                connection.Recent.Add(last);
                return last;
            }

            if (last.OperationStatus == OperationStatus.CANCEL_COMPLETE)
            {
                throw RequestFailures.Cancelled(last, intent.Label);
            }

            if (await resolve(new(AttemptResultKind.Failed, last), cancellationToken).ConfigureAwait(false) is { } resolved)
            {
                return resolved;
            }

            await PauseOrThrowAsync(intent, last, ++attempt, write.Epoch, notFound, deadline, cancellationToken).ConfigureAwait(false);

            Task<TRequest?> RenewAsync(bool wasBusy, CancellationToken stop)
            {
                isRenewed = true;
                return prepare(preparation with { IsRenewal = true, WasBusy = wasBusy }, stop);
            }
        }
    }

    private async Task<ProgressEvent?> ReplayedAsync(
        WriteIntent intent,
        ProgressEvent last,
        int number,
        Deadline deadline,
        Func<AttemptResult, CancellationToken, Task<ProgressEvent?>> resolve,
        CancellationToken cancellationToken)
    {
        var succeeded = last.OperationStatus == OperationStatus.SUCCESS;
        var kind = succeeded ? AttemptResultKind.ReplayedSuccess : AttemptResultKind.ReplayedFailure;
        var settled = await resolve(new(kind, last), cancellationToken).ConfigureAwait(false);
        run.Observer.Note(settled is not null
            ? $"'{intent.Label}': done by an earlier run (request token {last.RequestToken})."
            : $"'{intent.Label}': request {number} of an earlier run {(succeeded ? "succeeded, but what it did has been undone since" : $"ended {last.OperationStatus}")} (request token {last.RequestToken}); continuing from there.");
        if (settled is null && deadline.IsPassedAfter(TimeSpan.Zero))
        {
            throw FailureClassifier.Classify(last).ToException(intent.Label, intent.CallName, deadline);
        }

        return settled;
    }

    private async Task<ProgressEvent?> SendAndWaitAsync<TResponse>(
        WriteIntent intent,
        string clientToken,
        Deadline deadline,
        WriteAttempts write,
        Func<CancellationToken, Task<TResponse?>> send,
        CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse
    {
        var userArn = intent.UserArn;
        try
        {
            if (await send(cancellationToken).ConfigureAwait(false) is not { } response)
            {
                return null;
            }

            var progress = ProgressOf(response, intent);
            write.Response = write.Last = progress;
            userArn ??= progress.Identifier;
            Track(intent, clientToken, progress.RequestToken);
            if (!intent.Wait)
            {
                // Kept until the command has written it: a stop in between must not lose the token.
                return progress;
            }

            write.Last = await WaitAsync(intent, progress, deadline, cancellationToken).ConfigureAwait(false);
            run.InFlight.Ended(clientToken, write.Last);
            userArn ??= write.Last.Identifier;
            return write.Last;
        }
        catch (ConnectOperationException exception)
        {
            if (intent.Item is null)
            {
                // The error names the request; with an item, the item's error says what is left.
                run.InFlight.Remove(clientToken);
            }

            if (write.MayBeAccepted && exception is { RequestToken: null, ErrorId: ErrorIds.NetworkFailure or ErrorIds.InvalidResponse })
            {
                if (intent.Item is not null)
                {
                    TrackWithoutResponse();
                }

                throw exception.Reworded($"{exception.Message} AWS may have accepted it nevertheless (client token {clientToken}).");
            }

            throw;
        }
        catch (OperationCanceledException) when (write.MayBeAccepted)
        {
            TrackWithoutResponse();
            throw;
        }
        finally
        {
            // Whatever the outcome is, or is known to be.
            if (write.MayBeAccepted && intent.Operation != "DELETE")
            {
                connection.Recent.Add(userArn);
            }
        }

        void TrackWithoutResponse()
        {
            if (!run.InFlight.Contains(clientToken))
            {
                Track(intent, clientToken, requestToken: null);
            }
        }
    }

    private async Task<ProgressEvent> WaitAsync(
        WriteIntent intent, ProgressEvent accepted, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await scheduler.WaitAsync(accepted, intent.Label, deadline, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception) when (exception.RequestToken is null)
        {
            // The status could not be read, but AWS continues with the request: without its token it could not be found again.
            throw exception.Reworded(
                $"{exception.Message} AWS had accepted the {intent.Operation} of '{ServiceText.Shorten(intent.Label)}' and continues with it (request token {accepted.RequestToken}).",
                accepted.RequestToken);
        }
    }

    private void Track(WriteIntent intent, string clientToken, string? requestToken)
    {
        if (intent.Change is { } change)
        {
            change.RequestToken = requestToken;
        }

        run.InFlight.Add(new InFlightRequest(
            intent.Operation, intent.Label, connection.Region, requestToken, clientToken, connection.Time.GetUtcNow()), intent.Item);
    }

    private async Task PauseOrThrowAsync(
        WriteIntent intent, ProgressEvent last, int attempt, int epoch, NotFoundRetry notFound, Deadline deadline, CancellationToken cancellationToken)
    {
        var failure = FailureClassifier.Classify(last);
        if (failure.Kind == FailureKind.Throttled)
        {
            connection.Pacer.Throttled(intent.CallName, epoch);
        }

        var delay = BackoffPolicy.NextDelay(failure.Kind, attempt, deadline) ?? notFound.NextDelay(failure, deadline);
        run.Observer.CallFinished(new CallRecord(
            intent.CallName, intent.Label, attempt, 0, null, last.RequestToken, failure.ErrorId, failure.Kind == FailureKind.Throttled, delay));
        if (delay is null)
        {
            throw failure.ToException(intent.Label, intent.CallName, deadline);
        }

        await Task.Delay(delay.Value, connection.Time, cancellationToken).ConfigureAwait(false);
    }

    private static ProgressEvent ProgressOf(AmazonWebServiceResponse response, WriteIntent intent)
    {
        var progress = RequestStatus.Of(response);
        return progress is { RequestToken.Length: > 0 } ? progress : throw new ConnectOperationException(
            ErrorIds.InvalidResponse,
            $"The response of AWS to {intent.CallName} for '{ServiceText.Shorten(intent.Label)}' has no {(progress is null ? "progress event" : "request token")}.",
            "Look at the user with Get-ConnectUser before sending the change again.");
    }
}
