namespace AwsccConnect.Simulator.Http;

/// <summary>The error responses of Cloud Control API, worded as the service words them where that is publicly known.</summary>
internal static class ServiceErrors
{
    /// <summary>Exceptions that the service model marks as server faults; all others are client faults (400).</summary>
    private static readonly HashSet<string> ServerFaults = new(StringComparer.Ordinal)
    {
        "HandlerInternalFailureException",
        "HandlerFailureException",
        "NetworkFailureException",
        "ServiceInternalErrorException",
        "ConcurrentModificationException",
        "InternalFailure",
        "InternalServerError",
    };

    public static int StatusOf(string code) => ServerFaults.Contains(code) ? 500 : code == "RequestEntityTooLargeException" ? 413 : 400;

    public static ServiceErrorException InvalidRequest(string message) => new("InvalidRequestException", message);

    public static ServiceErrorException Validation(string message) => new("ValidationException", message);

    public static ServiceErrorException Throttling() => new("ThrottlingException", "Rate exceeded");

    public static ServiceErrorException NotFound(string typeName, string identifier) =>
        new("ResourceNotFoundException", $"Resource of type '{typeName}' with identifier '{identifier}' was not found.");

    public static ServiceErrorException TypeNotFound(string typeName) =>
        new("TypeNotFoundException", $"The type '{typeName}' cannot be found.");

    public static ServiceErrorException UnsupportedAction(string typeName, string action) =>
        new("UnsupportedActionException", $"Resource type {typeName} does not support {action} action");

    public static ServiceErrorException RequestTokenNotFound(string token) =>
        new("RequestTokenNotFoundException", $"Request with token {token} was not found");
}
