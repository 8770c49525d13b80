using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations;

/// <summary>
/// Waits until a request that Cloud Control has accepted ends. Writes are asynchronous: the answer to a write is a
/// progress event (<see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-manage-requests.html"/>).
/// </summary>
/// <param name="context">Client and clock.</param>
internal sealed class RequestTracker(OperationContext context)
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly CloudControlCaller _caller = new(context);

    /// <summary>Whether a request has ended.</summary>
    /// <param name="progress">The latest progress event.</param>
    /// <returns>True for SUCCESS, FAILED and CANCEL_COMPLETE.</returns>
    public static bool IsTerminal(ProgressEvent progress) =>
        progress.OperationStatus == OperationStatus.SUCCESS
        || progress.OperationStatus == OperationStatus.FAILED
        || progress.OperationStatus == OperationStatus.CANCEL_COMPLETE;

    /// <summary>Waits for the end of a request.</summary>
    /// <param name="accepted">The progress event of the accepted write.</param>
    /// <param name="label">The user it is about.</param>
    /// <param name="deadline">The user's time-out.</param>
    /// <param name="cancellationToken">Ends the wait; the request goes on at AWS.</param>
    /// <returns>The terminal progress event.</returns>
    /// <exception cref="ConnectOperationException">The time-out passed (<see cref="ErrorIds.RequestTimeout"/>) or the status could not be read.</exception>
    public async Task<ProgressEvent> WaitAsync(ProgressEvent accepted, string label, Deadline deadline, CancellationToken cancellationToken)
    {
        var progress = accepted;
        var pause = FirstPause;
        while (!IsTerminal(progress))
        {
            var wait = Pause(progress, pause);
            if (deadline.IsPassedAfter(wait))
            {
                throw new ConnectOperationException(
                    ErrorIds.RequestTimeout,
                    $"The {progress.Operation} request for '{label}' was still {progress.OperationStatus} when the time-out of {deadline.Timeout.TotalSeconds:0} seconds passed; it goes on at AWS (request token {progress.RequestToken}).",
                    "Look at the user later with Get-ConnectUser before sending the change again.")
                {
                    RequestToken = progress.RequestToken,
                };
            }

            await Task.Delay(wait, context.Time, cancellationToken).ConfigureAwait(false);
            pause = Min(pause * 1.6, LongestPause);
            var token = progress.RequestToken;
            var status = await _caller.ReadAsync(
                "GetResourceRequestStatus",
                label,
                deadline,
                wire => context.Client.GetResourceRequestStatusAsync(new GetResourceRequestStatusRequest { RequestToken = token }, wire),
                cancellationToken).ConfigureAwait(false);
            progress = status.ProgressEvent ?? throw new ConnectOperationException(
                ErrorIds.InvalidResponse,
                $"AWS answered the status question for '{label}' without a progress event (request token {token}).",
                "Look at the user with Get-ConnectUser before sending the change again.")
            {
                RequestToken = token,
            };
        }

        return progress;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private TimeSpan Pause(ProgressEvent progress, TimeSpan learned)
    {
        if (progress.RetryAfter is not { } retryAfter || retryAfter == default)
        {
            return learned;
        }

        // RetryAfter is an absolute time of the server's clock; EventTime, from the same clock, removes our skew.
        var now = context.Time.GetUtcNow().UtcDateTime;
        var asked = retryAfter.ToUniversalTime() - now;
        if (progress.EventTime is { } eventTime && asked.Duration() > LongestRetryAfter)
        {
            asked = retryAfter.ToUniversalTime() - eventTime.ToUniversalTime();
        }

        return asked < TimeSpan.FromMilliseconds(50) ? TimeSpan.FromMilliseconds(50) : Min(asked, LongestRetryAfter);
    }
}
