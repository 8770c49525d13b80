using System.Text.Json;
using AwsccConnect.Simulator.Api;

namespace AwsccConnect.Simulator.Requests;

/// <summary>Progress events as the service writes them. Times are seconds since 1970 with milliseconds.</summary>
internal static class ProgressEvents
{
    /// <summary>The longest that RetryAfter looks ahead.</summary>
    private const double LongestRetrySeconds = 5;

    public static void Write(Utf8JsonWriter writer, ResourceRequest request, DateTimeOffset now, bool withRetryAfter, bool withModel)
    {
        var status = request.StatusAt(now);
        writer.WriteStartObject();
        writer.WriteString("TypeName", request.TypeName);
        if (request.Identifier is not null)
        {
            writer.WriteString("Identifier", request.Identifier);
        }

        writer.WriteString("RequestToken", request.RequestToken);
        writer.WriteString("Operation", request.Operation);
        writer.WriteString("OperationStatus", status);
        writer.WriteNumber("EventTime", Seconds(request.EventTimeAt(now)));
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

    /// <summary>The response that has the progress event of a request.</summary>
    public static ApiResponse Reply(ResourceRequest request, DateTimeOffset now, bool withRetryAfter) => new(ResponseWriter.Object(writer =>
    {
        writer.WritePropertyName("ProgressEvent");
        Write(writer, request, now, withRetryAfter, withModel: true);
    }))
    {
        Identifier = request.Identifier,
        Username = request.Username,
        RequestToken = request.RequestToken,
    };

    private static decimal Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000m;
}
