using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// Reads the username from a progress event's resource model, and nothing else. Models are not passed on, since
/// a create's may repeat what was sent.
/// </summary>
internal static class RequestModel
{
    public static bool IsUser(ProgressEvent progress) => progress.TypeName is null or ResourceTypes.User;

    public static string? UsernameOf(ProgressEvent progress) => IsUser(progress) ? Text(progress, "Username") : null;

    /// <summary>The status message of AWS, without the password if it is repeated there.</summary>
    public static string SafeMessage(ProgressEvent progress, string message) =>
        IsUser(progress) && Text(progress, "Password") is { Length: > 0 } secret ? message.Replace(secret, RedactedBody.Mask, StringComparison.Ordinal) : message;

    private static string? Text(ProgressEvent progress, string property)
    {
        if (string.IsNullOrEmpty(progress.ResourceModel))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(progress.ResourceModel) is JsonObject model
                && model[property] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
                ? text
                : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // A model that cannot be read only costs the name: the rest of the event is good.
            return null;
        }
    }
}
