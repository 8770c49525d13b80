namespace AwsccConnect.Simulator.Connect;

/// <summary>The error responses of Amazon Connect's own API.</summary>
internal static class ConnectErrors
{
    public static ServiceErrorException InvalidParameter(string message) => Create("InvalidParameterException", message);

    public static ServiceErrorException InvalidRequest(string message) => Create("InvalidRequestException", message);

    public static ServiceErrorException NotFound(string message) => Create("ResourceNotFoundException", message);

    public static ServiceErrorException UnknownOperation() => Create("UnknownOperationException", "No operation that is served has this method and path.");

    private static ServiceErrorException Create(string code, string message) => new(code, message, RestJson.StatusOf(code));
}
