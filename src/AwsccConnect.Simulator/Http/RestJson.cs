using AwsccConnect.Simulator.Api;

namespace AwsccConnect.Simulator.Http;

/// <summary>The restJson1 protocol, as far as its errors go: the exception's name in a header, its message in the body.</summary>
internal static class RestJson
{
    public const string ContentType = "application/json";

    /// <summary>The statuses of the Connect service model, and of the errors that all services have.</summary>
    public static int StatusOf(string code) => code switch
    {
        "ResourceNotFoundException" or "UnknownOperationException" => 404,
        "ThrottlingException" or "TooManyRequestsException" => 429,
        "InternalServiceException" or "InternalFailure" => 500,
        "AccessDeniedException" or "UnrecognizedClientException" or "InvalidSignatureException" or "IncompleteSignatureException"
            or "MissingAuthenticationTokenException" => 403,
        "DuplicateResourceException" or "ResourceConflictException" or "ResourceInUseException" => 409,
        "RequestEntityTooLargeException" => 413,
        _ => 400,
    };

    public static HttpResponse Error(string code, string message, int status) =>
        new(status, ResponseWriter.Object(writer => writer.WriteString("Message", message)), ContentType, code) { ErrorType = code };
}
