namespace AwsccConnect.Simulator.Http;

/// <summary>An error response of the service: the exception name of the service model, its message and HTTP status.</summary>
internal sealed class ServiceErrorException(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;
}
