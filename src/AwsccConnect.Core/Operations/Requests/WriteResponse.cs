using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>A write that AWS has answered, and whether the answer is that to a request of an earlier run.</summary>
internal sealed class WriteResponse
{
    /// <summary>Answers that were terminal at once and are taken for replays, at most: then it is the service's way to answer.</summary>
    private const int MaximumReplays = 256;

    /// <summary>Clocks may differ by this much before AWS refuses signatures, and then some.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(15);

    /// <summary>The answer to the call.</summary>
    public required ProgressEvent Response { get; init; }

    /// <summary>The last progress event.</summary>
    public required ProgressEvent Last { get; init; }

    /// <summary>When the call was first made, by the clock of this machine.</summary>
    public required DateTimeOffset Sent { get; init; }

    /// <summary>Whether an attempt before the answered one may have been accepted, its answer being lost.</summary>
    public required bool WasRetried { get; init; }

    /// <summary>
    /// Whether the request was ended before it was sent. A new request is never terminal in the answer to its call, so one
    /// that is was made before: by an earlier run, unless a lost answer of this one may have been its own. The clocks are
    /// asked only where that does not tell.
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
