using Amazon.Runtime;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// Every call to AWS goes through here: it waits for the pacer, makes one HTTP attempt at a time, classifies
/// failures, tries again where that makes sense and reports each attempt.
/// </summary>
internal sealed class RetryingClient(ServiceConnection connection, CommandRun run)
{
    /// <summary>An attempt that has begun gets this long, whatever is left of the time-out.</summary>
    private static readonly TimeSpan MinimumAttemptTime = TimeSpan.FromSeconds(2);

    /// <summary>A write that has waited longer for the pacer and between attempts is prepared again.</summary>
    private static readonly TimeSpan MaximumWait = TimeSpan.FromSeconds(2);

    /// <summary>The operation of a request: the name of its type without the suffix.</summary>
    public static string OperationOf<TRequest>()
        where TRequest : AmazonWebServiceRequest => typeof(TRequest).Name[..^"Request".Length];

    /// <summary>Makes a call that changes nothing. A stop cuts it at once.</summary>
    public async Task<TResponse> ReadAsync<TRequest, TResponse>(
        Func<TRequest, CancellationToken, Task<TResponse>> call,
        TRequest request,
        string label,
        Deadline deadline,
        CancellationToken cancellationToken,
        NotFoundRetry? notFound = null,
        int transientAttempts = BackoffPolicy.MaximumTransientAttempts)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        (await CallAsync(call, request, label, deadline, null, notFound, null, transientAttempts, cancellationToken, cancellationToken).ConfigureAwait(false))!;

    /// <summary>
    /// Makes a call that AWS may accept before it responds. A stop prevents it from starting, but gives an attempt in
    /// flight time to get its response: <see cref="CommandCancellation.GracePeriod"/>. <paramref name="renew"/> prepares the request again where AWS has not
    /// accepted it and it has waited long, or another request was holding the resource (true); the result is null where it returns null.
    /// </summary>
    public Task<TResponse?> WriteAsync<TRequest, TResponse>(
        Func<TRequest, CancellationToken, Task<TResponse>> call,
        TRequest request,
        string label,
        Deadline deadline,
        WriteAttempts write,
        CancellationToken cancellationToken,
        NotFoundRetry? notFound = null,
        Func<bool, CancellationToken, Task<TRequest?>>? renew = null)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        CallAsync(call, request, label, deadline, write, notFound, renew, BackoffPolicy.MaximumTransientAttempts, cancellationToken, run.Stop.Abandon);

    private async Task<TResponse?> CallAsync<TRequest, TResponse>(
        Func<TRequest, CancellationToken, Task<TResponse>> call,
        TRequest request,
        string label,
        Deadline deadline,
        WriteAttempts? write,
        NotFoundRetry? notFound,
        Func<bool, CancellationToken, Task<TRequest?>>? renew,
        int transientAttempts,
        CancellationToken waiting,
        CancellationToken inFlightToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse
    {
        var operation = OperationOf<TRequest>();
        var isResigned = false;
        var wasBusy = false;
        var waited = TimeSpan.Zero;
        for (var attempt = 1; ; attempt++)
        {
            var start = connection.Time.GetTimestamp();
            var permit = connection.Pacer.WaitAsync(operation, waiting);
            var isQueued = !permit.IsCompleted;
            var epoch = await permit.ConfigureAwait(false);
            waiting.ThrowIfCancellationRequested();
            waited += isQueued ? connection.Time.GetElapsedTime(start) : TimeSpan.Zero;
            if (renew is not null && write is { MayBeAccepted: false } && (wasBusy || waited > MaximumWait))
            {
                if (await renew(wasBusy, waiting).ConfigureAwait(false) is not { } renewed)
                {
                    connection.Pacer.Refunded(operation);
                    return null;
                }

                request = renewed;
                (waited, wasBusy) = (TimeSpan.Zero, false);
            }

            start = connection.Time.GetTimestamp();
            TimeSpan? delay;
            try
            {
                See(operation, isRequest: true, request);
                var response = await SendAsync(
                    token => write is null ? call(request, token) : write.AttemptAsync(epoch, () => call(request, token)), deadline, inFlightToken).ConfigureAwait(false);
                See(operation, isRequest: false, response);
                if (write is null)
                {
                    connection.Pacer.Accepted(operation, epoch);
                }

                Report(operation, label, attempt, start, response.ResponseMetadata?.RequestId, RequestStatus.Of(response)?.RequestToken, null, null);
                return response;
            }
            catch (Exception exception) when (!inFlightToken.IsCancellationRequested)
            {
                var failure = FailureClassifier.Classify(exception);
                if (failure.Kind == FailureKind.Throttled)
                {
                    connection.Pacer.Throttled(operation, epoch);
                }

                wasBusy |= failure.Kind == FailureKind.Busy;
                delay = BackoffPolicy.NextDelay(failure.Kind, attempt, deadline, transientAttempts) ?? notFound?.NextDelay(failure, deadline);
                if (!isResigned && (failure.Kind == FailureKind.ClockSkew || (failure.Kind == FailureKind.Expired && connection.RenewCredentials())))
                {
                    isResigned = true;
                    delay = TimeSpan.Zero;
                }

                Report(operation, label, attempt, start, (exception as AmazonServiceException)?.RequestId, null, failure, delay);
                if (delay is null)
                {
                    throw failure.ToException(label, operation, deadline, exception);
                }
            }
            catch (Exception exception)
            {
                throw new OperationCanceledException("The command was stopped.", exception, inFlightToken);
            }

            waited += delay.Value;
            await Task.Delay(delay.Value, connection.Time, waiting).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Makes one attempt, which ends with the user's time-out: the SDK's own time-out ends with the response's head, so a
    /// connection that stalls in the body would hold the attempt for ever.
    /// </summary>
    private async Task<TResponse> SendAsync<TResponse>(
        Func<CancellationToken, Task<TResponse>> send, Deadline deadline, CancellationToken inFlightToken)
    {
        var left = deadline.Left;
        using var cut = new CancellationTokenSource(left > MinimumAttemptTime ? left : MinimumAttemptTime, connection.Time);
        using var stop = inFlightToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), cut);
        var attempt = send(cut.Token);
        try
        {
            return await attempt.WaitAsync(cut.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!attempt.IsCompleted)
        {
            // It runs on; its result is not used any more.
            _ = attempt.ContinueWith(
                static left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }

    private void See(string operation, bool isRequest, object body)
    {
        if (run.Observer.WantsBodies)
        {
            run.Observer.BodySeen(operation, isRequest, RedactedBody.Of(body));
        }
    }

    private void Report(
        string operation, string label, int attempt, long start, string? awsRequestId, string? requestToken, Failure? failure, TimeSpan? delay) =>
        run.Observer.CallFinished(new CallRecord(
            operation,
            label,
            attempt,
            connection.Time.GetElapsedTime(start).TotalMilliseconds,
            awsRequestId,
            requestToken,
            failure?.ErrorId,
            failure?.Kind == FailureKind.Throttled,
            delay));
}
