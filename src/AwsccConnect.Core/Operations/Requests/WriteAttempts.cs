using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>A request of a write: what is known of its attempts, its end, and whether that is a replay, the response to a request of an earlier run.</summary>
internal sealed class WriteAttempts(TimeProvider time)
{
    /// <summary>The most responses that are terminal at once and treated as replays: with more, it is the service's normal response.</summary>
    private const int MaximumReplays = 256;

    /// <summary>More than the clock difference at which AWS refuses signatures.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(15);

    /// <summary>The pacer's epoch in which the last attempt was started.</summary>
    public int Epoch { get; private set; }

    /// <summary>Whether AWS may have accepted it.</summary>
    public bool MayBeAccepted { get; private set; }

    /// <summary>Whether an earlier attempt may have been accepted and its response lost.</summary>
    public bool WasRetried { get; private set; }

    /// <summary>The response to the call; null before there is one.</summary>
    public ProgressEvent? Response { get; set; }

    /// <summary>The last progress event; null before there is one.</summary>
    public ProgressEvent? Last { get; set; }

    /// <summary>When the call was first made, by the clock of this machine.</summary>
    private DateTimeOffset? Sent { get; set; }

    public async Task<TResponse> AttemptAsync<TResponse>(int epoch, Func<Task<TResponse>> send)
    {
        Epoch = epoch;
        WasRetried = MayBeAccepted;
        MayBeAccepted = true;
        Sent ??= time.GetUtcNow();
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureClassifier.WasRefused(exception))
        {
            MayBeAccepted = WasRetried;
            throw;
        }
    }

    /// <summary>
    /// Whether the request had ended before it was sent. A new request is never terminal in the response to its call, so one
    /// that is was made before: by an earlier run, unless an earlier attempt of this run lost its response. The clocks are
    /// compared only where that is not clear.
    /// </summary>
    public bool IsReplay(int number)
    {
        if (Response is null || Last is null || !RequestStatus.IsTerminal(Last) || number > MaximumReplays)
        {
            return false;
        }

        return RequestStatus.IsTerminal(Response) ? !WasRetried || IsBefore(Sent) : IsBefore(Sent - ClockSkew);
    }

    private bool IsBefore(DateTimeOffset? time) => Last?.EventTime is { } at && at.ToUniversalTime() < time?.UtcDateTime;
}
