using Amazon.Runtime;

namespace AwsccConnect.Core.Operations;

/// <summary>
/// Every call to Cloud Control goes through here: it waits for the pacer, makes one HTTP attempt at a time, classifies
/// failures, tries again where that makes sense and reports each attempt.
/// </summary>
/// <param name="context">Client, clock, pacer and observer.</param>
internal sealed class CloudControlCaller(OperationContext context)
{
    /// <summary>Makes a call that changes nothing. A stop cuts it at once.</summary>
    /// <typeparam name="TResponse">The operation's response.</typeparam>
    /// <param name="operation">Operation name.</param>
    /// <param name="label">The user or resource, for messages.</param>
    /// <param name="deadline">Time-out of the user's work.</param>
    /// <param name="send">Makes one attempt.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ConnectOperationException">The call failed for good.</exception>
    public Task<TResponse> ReadAsync<TResponse>(
        string operation, string label, Deadline deadline, Func<CancellationToken, Task<TResponse>> send, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse =>
        CallAsync(operation, label, deadline, send, null, cancellationToken, cancellationToken);

    /// <summary>
    /// Makes a call that AWS may accept before it answers. A stop keeps it from starting, but lets an attempt on the
    /// wire be answered for <see cref="StopSignal.Grace"/>.
    /// </summary>
    /// <typeparam name="TResponse">The operation's response.</typeparam>
    /// <param name="operation">Operation name.</param>
    /// <param name="label">The user or resource, for messages.</param>
    /// <param name="deadline">Time-out of the user's work.</param>
    /// <param name="send">Makes one attempt.</param>
    /// <param name="onPace">Gets the pace of the attempt that was answered: whether the rate was right shows only at the request's end.</param>
    /// <param name="cancellationToken">Keeps further attempts from starting.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ConnectOperationException">The call failed for good.</exception>
    public Task<TResponse> WriteAsync<TResponse>(
        string operation,
        string label,
        Deadline deadline,
        Func<CancellationToken, Task<TResponse>> send,
        Action<int> onPace,
        CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse =>
        CallAsync(operation, label, deadline, send, onPace, cancellationToken, context.Stop.Abandon);

    private async Task<TResponse> CallAsync<TResponse>(
        string operation,
        string label,
        Deadline deadline,
        Func<CancellationToken, Task<TResponse>> send,
        Action<int>? onPace,
        CancellationToken waiting,
        CancellationToken onTheWire)
        where TResponse : AmazonWebServiceResponse
    {
        for (var attempt = 1; ; attempt++)
        {
            var pace = await context.Pacer.WaitAsync(operation, waiting).ConfigureAwait(false);
            waiting.ThrowIfCancellationRequested();
            var start = context.Time.GetTimestamp();
            TimeSpan? delay;
            try
            {
                var response = await send(onTheWire).ConfigureAwait(false);
                if (onPace is null)
                {
                    context.Pacer.Accepted(operation, pace);
                }

                onPace?.Invoke(pace);
                Report(operation, label, attempt, start, response.ResponseMetadata?.RequestId, RequestTokens.Of(response), null, null);
                return response;
            }
            catch (Exception exception) when (!onTheWire.IsCancellationRequested)
            {
                var failure = FailureClassifier.Classify(exception);
                if (failure.Kind == FailureKind.Throttled)
                {
                    context.Pacer.Throttled(operation, pace);
                }

                delay = RetryPolicy.NextDelay(failure.Kind, attempt, deadline);
                Report(operation, label, attempt, start, (exception as AmazonServiceException)?.RequestId, null, failure, delay);
                if (delay is null)
                {
                    throw Failures.ToException(failure, label, operation, deadline, exception);
                }
            }
            catch (Exception exception)
            {
                throw new OperationCanceledException("The command was stopped.", exception, onTheWire);
            }

            await Task.Delay(delay.Value, context.Time, waiting).ConfigureAwait(false);
        }
    }

    private void Report(
        string operation, string label, int attempt, long start, string? awsRequestId, string? requestToken, Failure? failure, TimeSpan? delay) =>
        context.Observer.CallFinished(new CallRecord(
            operation,
            label,
            attempt,
            context.Time.GetElapsedTime(start).TotalMilliseconds,
            awsRequestId,
            requestToken,
            failure?.ErrorId,
            failure?.Kind == FailureKind.Throttled,
            delay));
}
