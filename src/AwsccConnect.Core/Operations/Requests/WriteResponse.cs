using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>The response of AWS to a write, and whether it is a replay: the response to a request of an earlier run.</summary>
internal sealed class WriteResponse
{
    /// <summary>The most responses that are terminal at once and treated as replays: with more, it is the service's normal response.</summary>
    private const int MaximumReplays = 256;

    /// <summary>More than the clock difference at which AWS refuses signatures.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(15);

    /// <summary>The response to the call.</summary>
    public required ProgressEvent Response { get; init; }

    /// <summary>The last progress event.</summary>
    public required ProgressEvent Last { get; init; }

    /// <summary>When the call was first made, by the clock of this machine.</summary>
    public required DateTimeOffset Sent { get; init; }

    /// <summary>Whether an earlier attempt may have been accepted and its response lost.</summary>
    public required bool WasRetried { get; init; }

    /// <summary>
    /// Whether the request had ended before it was sent. A new request is never terminal in the response to its call, so one
    /// that is was made before: by an earlier run, unless an earlier attempt of this run lost its response. The clocks are
    /// compared only where that is not clear.
    /// </summary>
    public bool IsReplay(int number)
    {
        if (!RequestStatus.IsTerminal(Last) || number > MaximumReplays)
        {
            return false;
        }

        if (RequestStatus.IsTerminal(Response))
        {
            return !WasRetried || IsBefore(Sent);
        }

        return IsBefore(Sent - ClockSkew);
    }

    private bool IsBefore(DateTimeOffset time) => Last.EventTime is { } at && at.ToUniversalTime() < time.UtcDateTime;
}
