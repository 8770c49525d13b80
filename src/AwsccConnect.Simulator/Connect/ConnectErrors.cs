namespace AwsccConnect.Simulator.Connect;

/// <summary>The error responses of Amazon Connect's own API.</summary>
internal static class ConnectErrors
{
    public static ServiceErrorException InvalidParameter(string message) => new("InvalidParameterException", message);

    public static ServiceErrorException InvalidRequest(string message) => new("InvalidRequestException", message);

    public static ServiceErrorException NotFound(string message) => new("ResourceNotFoundException", message);

    public static ServiceErrorException UnknownOperation() => new("UnknownOperationException", "No operation that is served has this method and path.");
}
