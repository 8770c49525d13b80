using System.Text.Json;

namespace AwsccConnect.Simulator.Requests;

/// <summary>Progress events as the service writes them. Times are seconds since 1970 with milliseconds.</summary>
internal static class ProgressEvents
{
    /// <summary>The longest that RetryAfter looks ahead.</summary>
    private const double LongestRetrySeconds = 5;

    public static void Write(Utf8JsonWriter writer, ResourceRequest request, DateTimeOffset now, bool withRetryAfter, bool withModel, string? status = null)
    {
        status ??= request.StatusAt(now);
        writer.WriteStartObject();
        writer.WriteString("TypeName", request.TypeName);
        if (request.Identifier is not null)
        {
            writer.WriteString("Identifier", request.Identifier);
        }

        writer.WriteString("RequestToken", request.RequestToken);
        writer.WriteString("Operation", request.Operation);
        writer.WriteString("OperationStatus", status);
        writer.WriteNumber("EventTime", Seconds(RequestStatus.IsTerminal(status) ? request.EventTimeAt(now) : request.CancelAsked ?? (now >= request.Starts ? request.Starts : request.Accepted)));
        if (withModel && request.Model is not null)
        {
            writer.WriteString("ResourceModel", request.Model);
        }

        if (status == RequestStatus.Failed && request.Failure is { } failure)
        {
            writer.WriteString("StatusMessage", failure.Message);
            writer.WriteString("ErrorCode", failure.Code);
        }
        else if (withRetryAfter && status is (RequestStatus.Pending or RequestStatus.InProgress))
        {
            var remaining = Math.Clamp((request.Ends - now).TotalSeconds, 0, LongestRetrySeconds);
            writer.WriteNumber("RetryAfter", Seconds(now.AddSeconds(remaining)));
        }

        writer.WriteEndObject();
    }

    private static decimal Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000m;
}
