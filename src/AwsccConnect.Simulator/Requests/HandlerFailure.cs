namespace AwsccConnect.Simulator.Requests;

/// <summary>A handler's failure: HandlerErrorCode and status message.</summary>
internal sealed record HandlerFailure(string Code, string Message)
{
    public static HandlerFailure InvalidRequest(string message) => new("InvalidRequest", FromConnect(message, 400));

    public static HandlerFailure NotFound(string typeName, string identifier) =>
        new("NotFound", $"Resource of type '{typeName}' with identifier '{identifier}' was not found.");

    public static HandlerFailure Throttling { get; } = new("Throttling", FromConnect("Rate exceeded", 429));

    public static string FromConnect(string message, int status) => FormattableString.Invariant($"{message} (Service: Connect, Status Code: {status})");
}
