using System.Collections.Concurrent;
using Amazon.CloudControlApi;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>When to poll a request: at the time that AWS gives, or when similar requests were done before.</summary>
internal sealed class PollSchedule(TimeProvider time, ConcurrentDictionary<string, CompletionEstimator> completions)
{
    private const double FirstCancelSeconds = 0.3;
    private const double LongestCancelSeconds = 10;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(30);

    public TimeSpan Pause(ScheduledRequest request)
    {
        var progress = request.Progress;
        if (progress.RetryAfter is not { } retryAfter || retryAfter == default)
        {
            if (progress.OperationStatus == OperationStatus.CANCEL_IN_PROGRESS)
            {
                // The duration of the operation is no estimate for that of cancelling it, which is short.
                return TimeSpan.FromSeconds(Math.Min(FirstCancelSeconds * Math.Pow(1.5, request.PollCount), LongestCancelSeconds));
            }

            var estimator = EstimatorFor(request);
            request.IsPollLeader = request.IsPollLeader || estimator.TryBecomeLeader();
            return estimator.DelayBefore(request.PollCount, request.IsPollLeader);
        }

        // RetryAfter is an absolute time of the service's clock; EventTime, of the same clock, takes a skew of ours out.
        var requested = retryAfter.ToUniversalTime() - time.GetUtcNow().UtcDateTime;
        if (progress.EventTime is { } eventTime && (requested < TimeSpan.Zero || requested > LongestRetryAfter))
        {
            requested = retryAfter.ToUniversalTime() - eventTime.ToUniversalTime();
        }

        return TimeSpan.FromSeconds(Math.Clamp(requested.TotalSeconds, 0.05, LongestRetryAfter.TotalSeconds));
    }

    public bool RecordEnd(ScheduledRequest request)
    {
        var estimator = EstimatorFor(request);
        var reported = request.Progress.EventTime - request.AcceptedEventTime;
        var isExact = reported > TimeSpan.Zero;
        if (request.Progress.OperationStatus != OperationStatus.SUCCESS || (request.IsFromOtherCommand && !isExact))
        {
            if (request.IsPollLeader)
            {
                estimator.ReleaseLeader();
            }

            return false;
        }

        var observed = time.GetElapsedTime(request.Accepted);
        return estimator.Observe(isExact && (request.IsFromOtherCommand || reported < observed) ? reported!.Value : observed);
    }

    private CompletionEstimator EstimatorFor(ScheduledRequest request) => completions.GetOrAdd(request.Progress.Operation?.Value ?? string.Empty, static _ => new CompletionEstimator());
}
