namespace AwsccConnect.Simulator.Http;

/// <summary>An error response of the service: the exception name of the service model, which determines the HTTP status, and its message.</summary>
internal sealed class ServiceErrorException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
