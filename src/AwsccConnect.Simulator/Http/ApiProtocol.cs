namespace AwsccConnect.Simulator.Http;

/// <summary>
/// How an API's errors look on the wire, and the service name that its calls are signed for. <c>Error</c> makes the response of an error code,
/// a message and a status.
/// </summary>
internal sealed record ApiProtocol(string SigningName, string ContentType, Func<string, string, int, HttpResponse> Error, Func<string, int> StatusOf)
{
    public static readonly ApiProtocol CloudControl = new("cloudcontrolapi", AwsJson.ContentType, AwsJson.Error, ServiceErrors.StatusOf);

    public static readonly ApiProtocol Connect = new("connect", RestJson.ContentType, RestJson.Error, RestJson.StatusOf);

    /// <summary>The response of an error with the status that its code has.</summary>
    public HttpResponse Fail(string code, string message) => Error(code, message, StatusOf(code));

    /// <summary>The API that a request is for: Cloud Control has one path, Connect one for each operation.</summary>
    public static ApiProtocol Of(HttpRequest request) => request.Path == "/" || request.Header("X-Amz-Target") is not null ? CloudControl : Connect;
}
