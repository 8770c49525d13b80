using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>A request in flight that the scheduler polls.</summary>
internal sealed class ScheduledRequest
{
    public required ProgressEvent Progress { get; set; }

    /// <summary>The user it is about; the token until it is known.</summary>
    public required string Label { get; set; }

    public required Deadline Deadline { get; init; }

    public required string Token { get; init; }

    /// <summary>Timestamp of the acceptance.</summary>
    public required long Accepted { get; init; }

    /// <summary>EventTime of the acceptance, by the service's clock.</summary>
    public DateTime? AcceptedEventTime { get; init; }

    /// <summary>Timestamp of the next poll; 0 for at once.</summary>
    public long Due { get; set; }

    public int PollCount { get; set; }

    /// <summary>Whether it is polled often, so that the others need not be.</summary>
    public bool IsPollLeader { get; set; }

    /// <summary>Whether a list of requests left it out, so that it has to be polled individually.</summary>
    public bool IsUnlisted { get; set; }

    /// <summary>Whether it was sent before the command began, so that how long it took is only known by the service's clock.</summary>
    public bool IsFromOtherCommand { get; init; }

    /// <summary>Ends with the terminal progress event.</summary>
    public TaskCompletionSource<ProgressEvent> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
