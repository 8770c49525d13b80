using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace AwsccConnect.Core.Operations;

/// <summary>
/// Carries a write through: sends it with a client token, waits for its end, and sends a new request where the
/// handler's failure is one that passes (throttling arrives as FAILED inside a successful status answer).
/// </summary>
/// <param name="context">Client, clock and the register of accepted requests.</param>
internal sealed class WriteRunner(OperationContext context)
{
    private readonly CloudControlCaller _caller = new(context);

    /// <summary>Carries the write through.</summary>
    /// <typeparam name="TResponse">The operation's response.</typeparam>
    /// <param name="intent">What is wanted.</param>
    /// <param name="deadline">The user's time-out.</param>
    /// <param name="prepare">Makes the sender of one request, given the request's number from 1; null when there is nothing left to send.</param>
    /// <param name="resolve">Looks at a failure first; returns the event to end with, or null to go on as usual. Arguments: the failed event, the number of the request.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The last progress event: SUCCESS, or with no waiting the accepted one; null when nothing was left to send.</returns>
    /// <exception cref="ConnectOperationException">The write failed for good.</exception>
    public async Task<ProgressEvent?> RunAsync<TResponse>(
        WriteIntent intent,
        Deadline deadline,
        Func<int, CancellationToken, Task<Func<string, CancellationToken, Task<TResponse>>?>> prepare,
        Func<ProgressEvent, int, CancellationToken, Task<ProgressEvent?>> resolve,
        CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse
    {
        for (var number = 1; ; number++)
        {
            var send = await prepare(number, cancellationToken).ConfigureAwait(false);
            if (send is null)
            {
                return null;
            }

            var pace = 0;
            var clientToken = number == 1 && intent.ClientToken is { } given ? given : NewClientToken();
            var last = await SendAndWaitAsync(intent, clientToken, deadline, send, started => pace = started, cancellationToken).ConfigureAwait(false);
            if (!intent.Wait || last.OperationStatus == OperationStatus.SUCCESS)
            {
                context.Pacer.Accepted(intent.CallName, pace);
                return last;
            }

            if (last.OperationStatus == OperationStatus.CANCEL_COMPLETE)
            {
                throw new ConnectOperationException(
                    ErrorIds.RequestCancelled,
                    $"The {intent.Operation} request for '{intent.Label}' was cancelled (request token {last.RequestToken}).",
                    "Run the command again for this user if the change is still wanted.")
                {
                    RequestToken = last.RequestToken,
                };
            }

            if (await resolve(last, number, cancellationToken).ConfigureAwait(false) is { } resolved)
            {
                return resolved;
            }

            await PauseOrThrowAsync(intent, last, number, pace, deadline, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string NewClientToken() => Guid.NewGuid().ToString("D");

    private async Task<ProgressEvent> SendAndWaitAsync<TResponse>(
        WriteIntent intent,
        string clientToken,
        Deadline deadline,
        Func<string, CancellationToken, Task<TResponse>> send,
        Action<int> onPace,
        CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse
    {
        var mayBeAccepted = false;
        try
        {
            var response = await _caller.WriteAsync(
                intent.CallName,
                intent.Label,
                deadline,
                async wire =>
                {
                    var before = mayBeAccepted;
                    mayBeAccepted = true;
                    try
                    {
                        return await send(clientToken, wire).ConfigureAwait(false);
                    }
                    catch (Exception exception) when (FailureClassifier.WasRefused(exception))
                    {
                        mayBeAccepted = before;
                        throw;
                    }
                },
                onPace,
                cancellationToken).ConfigureAwait(false);
            var progress = ProgressOf(response, intent);
            if (RequestStatus.IsTerminal(progress) && intent.Wait)
            {
                return progress;
            }

            Remember(intent, clientToken, progress.RequestToken);
            if (!intent.Wait)
            {
                // Remembered until the command has written it: a stop in between must not lose the token.
                return progress;
            }

            var last = await WaitAsync(intent, progress, deadline, cancellationToken).ConfigureAwait(false);
            context.Accepted.Remove(clientToken);
            return last;
        }
        catch (ConnectOperationException exception)
        {
            // The error names the request; it is not one that was left behind unseen.
            context.Accepted.Remove(clientToken);
            if (mayBeAccepted && exception is { RequestToken: null, ErrorId: ErrorIds.NetworkFailure or ErrorIds.InvalidResponse })
            {
                throw new ConnectOperationException(
                    exception.ErrorId,
                    $"{exception.Message} AWS may have accepted it all the same (client token {clientToken}).",
                    exception.Remedy,
                    exception);
            }

            throw;
        }
        catch (OperationCanceledException) when (mayBeAccepted)
        {
            if (!context.Accepted.Contains(clientToken))
            {
                Remember(intent, clientToken, requestToken: null);
            }

            throw;
        }
    }

    private async Task<ProgressEvent> WaitAsync(
        WriteIntent intent, ProgressEvent accepted, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Scheduler.WaitAsync(accepted, intent.Label, deadline, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception) when (exception.RequestToken is null)
        {
            // The status could not be read, but the request goes on: without its token nobody could find it again.
            throw new ConnectOperationException(
                exception.ErrorId,
                $"{exception.Message} AWS had accepted the {intent.Operation} of '{intent.Label}' and goes on with it (request token {accepted.RequestToken}).",
                exception.Remedy,
                exception)
            {
                EndsCommand = exception.EndsCommand,
                RequestToken = accepted.RequestToken,
            };
        }
    }

    private void Remember(WriteIntent intent, string clientToken, string? requestToken) =>
        context.Accepted.Add(new AcceptedRequest(
            intent.Operation, intent.Label, context.Region, requestToken, clientToken, context.Time.GetUtcNow()));

    private async Task PauseOrThrowAsync(
        WriteIntent intent, ProgressEvent last, int number, int pace, Deadline deadline, CancellationToken cancellationToken)
    {
        var failure = FailureClassifier.Classify(last);
        if (failure.Kind == FailureKind.Throttled)
        {
            context.Pacer.Throttled(intent.CallName, pace);
        }

        var delay = RetryPolicy.NextDelay(failure.Kind, number, deadline);
        context.Observer.CallFinished(new CallRecord(
            intent.CallName, intent.Label, number, 0, null, last.RequestToken, failure.ErrorId, failure.Kind == FailureKind.Throttled, delay));
        if (delay is null)
        {
            throw Failures.ToException(failure, intent.Label, intent.CallName, deadline);
        }

        await Task.Delay(delay.Value, context.Time, cancellationToken).ConfigureAwait(false);
    }

    private static ProgressEvent ProgressOf(AmazonWebServiceResponse response, WriteIntent intent)
    {
        var progress = response switch
        {
            CreateResourceResponse create => create.ProgressEvent,
            UpdateResourceResponse update => update.ProgressEvent,
            DeleteResourceResponse delete => delete.ProgressEvent,
            _ => null,
        };
        return progress is { RequestToken.Length: > 0 } ? progress : throw new ConnectOperationException(
            ErrorIds.InvalidResponse,
            $"AWS answered {intent.CallName} for '{intent.Label}' without a {(progress is null ? "progress event" : "request token")}.",
            "Look at the user with Get-ConnectUser before sending the change again.");
    }
}
