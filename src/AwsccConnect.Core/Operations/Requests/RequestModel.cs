using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// What a progress event's resource model tells of the user: its name, and nothing else. Models are not handed on, since
/// a create's may repeat what was sent.
/// </summary>
internal static class RequestModel
{
    private const string Mask = "***";

    /// <summary>Whether a request is about a user.</summary>
    /// <param name="progress">A progress event.</param>
    /// <returns>True for AWS::Connect::User.</returns>
    public static bool IsUser(ProgressEvent progress) => progress.TypeName is null or ResourceTypes.User;

    /// <summary>The username in the model.</summary>
    /// <param name="progress">A progress event.</param>
    /// <returns>The username; null when the event has no model or the model no name.</returns>
    public static string? UsernameOf(ProgressEvent progress) => IsUser(progress) ? Text(progress, "Username") : null;

    /// <summary>What AWS says, without the password should it be repeated there.</summary>
    /// <param name="progress">The progress event.</param>
    /// <param name="message">The text.</param>
    /// <returns>The text that may be shown.</returns>
    public static string SafeMessage(ProgressEvent progress, string message) =>
        IsUser(progress) && Text(progress, "Password") is { Length: > 0 } secret ? message.Replace(secret, Mask, StringComparison.Ordinal) : message;

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
