namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// When a call is made again after a NotFound: AWS is eventually consistent, and a user that was just created or listed may
/// not be readable yet. Serves one call.
/// </summary>
internal sealed class NotFoundRetry(ServiceConnection connection, string? userArn, NotFoundPolicy policy)
{
    /// <summary>How long reading a user that the session has just created is retried.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan[] ListedDelays = [TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(1)];

    private long? _first;
    private int _count;

    /// <summary>The delay before the next attempt; null for none.</summary>
    public TimeSpan? NextDelay(Failure failure, Deadline deadline)
    {
        if (failure.ErrorId != ErrorIds.NotFound || userArn is null)
        {
            return null;
        }

        _first ??= connection.Time.GetTimestamp();
        var delay = IsCreated(userArn) ? CreatedDelay() : ListedDelay();
        _count++;
        return delay is { } next && !deadline.IsPassedAfter(next) ? next : null;
    }

    private bool IsCreated(string arn) =>
        policy != NotFoundPolicy.Report && connection.Recent.IsCreated(arn, unreadOnly: policy != NotFoundPolicy.RetryCreated);

    private TimeSpan? CreatedDelay()
    {
        var left = Longest - connection.Time.GetElapsedTime(_first!.Value);
        var delay = TimeSpan.FromSeconds(0.25 * Math.Pow(2, Math.Min(_count, 4)));
        delay = delay < LongestDelay ? delay : LongestDelay;
        return left <= TimeSpan.Zero ? null : delay < left ? delay : left;
    }

    private TimeSpan? ListedDelay() => policy == NotFoundPolicy.RetryListed && _count < ListedDelays.Length ? ListedDelays[_count] : null;
}
