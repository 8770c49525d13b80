using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Connect;
using Amazon.Runtime;

namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// Classifies an exception or a FAILED progress event: the kind of failure and the error id that the user sees. What follows
/// from a code alone is in <see cref="ErrorCatalogue"/>.
/// </summary>
internal static class FailureClassifier
{
    public static Failure Classify(Exception exception) => exception switch
    {
        // Another attempt gets the same certificate.
        _ when CauseOf<AuthenticationException>(exception) is { } fault => Certificate(fault),
        // A response over the size limit: a retry would only fetch it again.
        _ when CauseOf<InvalidDataException>(exception) is { } unbounded => new(FailureKind.Permanent, ErrorIds.InvalidResponse, unbounded.Message),
        AmazonServiceException service => ClassifyService(service),
        AmazonClientException { InnerException: AmazonServiceException inner } => ClassifyService(inner),
        AmazonClientException { InnerException: { } inner } when IsNetwork(inner) => Network(inner),
        AmazonUnmarshallingException or JsonException => new(FailureKind.Transient, ErrorIds.InvalidResponse, exception.Message),
        // Also credentials that give no keys any more, in the words of the session.
        AmazonClientException or ConnectOperationException => new(FailureKind.Permanent, ErrorIds.InvalidCredentials, exception.Message),
        _ when IsNetwork(exception) => Network(exception),
        _ => new(FailureKind.Permanent, ErrorIds.GeneralServiceException, exception.Message),
    };

    /// <summary>Classifies the end of a request that AWS reports as FAILED.</summary>
    public static Failure Classify(ProgressEvent progress)
    {
        var code = progress.ErrorCode?.Value ?? ErrorIds.GeneralServiceException;
        var message = string.IsNullOrWhiteSpace(progress.StatusMessage) ? "AWS gave no reason." : progress.StatusMessage;
        return new(KindOf(code, message), code, message);
    }

    /// <summary>Whether a failed attempt certainly changed nothing: it was refused with an error response, or no connection was made.</summary>
    public static bool WasRefused(Exception exception) => exception switch
    {
        AmazonServiceException service => !IsUnreadable(service) && ((int)service.StatusCode is >= 400 and < 500 || ClassifyService(service).Kind == FailureKind.Busy),
        AmazonClientException { InnerException: { } inner } => WasRefused(inner),
        HttpRequestException when CauseOf<AuthenticationException>(exception) is not null => true,
        HttpRequestException { InnerException: SocketException socket } => socket.SocketErrorCode
            is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData
            or SocketError.HostUnreachable or SocketError.NetworkUnreachable,
        _ => false,
    };

    private static Failure ClassifyService(AmazonServiceException exception)
    {
        var message = exception.Message;
        var id = IdOf(exception);
        if (exception.StatusCode is HttpStatusCode.TooManyRequests || id == ErrorIds.Throttling)
        {
            return new(FailureKind.Throttled, ErrorIds.Throttling, message);
        }

        if (exception.ErrorCode is "ExpiredToken" or "ExpiredTokenException")
        {
            return new(FailureKind.Expired, ErrorIds.InvalidCredentials, message);
        }

        if (IsClockSkew(exception))
        {
            return new(FailureKind.ClockSkew, ErrorIds.InvalidCredentials, message);
        }

        if (IsUnreadable(exception))
        {
            if (exception.GetBaseException() is IOException or SocketException)
            {
                return Network(exception);
            }

            return (int)exception.StatusCode is >= 300 and < 400
                ? new(FailureKind.Permanent, ErrorIds.InvalidResponse, "The endpoint redirects to another URL, and redirects are not followed")
                : new(FailureKind.Transient, ErrorIds.InvalidResponse, "The response cannot be read: it is not the JSON that AWS sends");
        }

        var kind = KindOf(id, message);
        return kind == FailureKind.Permanent && (int)exception.StatusCode >= 500
            ? new(FailureKind.Transient, id, message)
            : new(kind, id, message);
    }

    private static FailureKind KindOf(string id, string message) =>
        id == ErrorIds.GeneralServiceException && SaysRateExceeded(message) ? FailureKind.Throttled : ErrorCatalogue.Find(id).Retry;

    private static string IdOf(AmazonServiceException exception)
    {
        // The class of an error that the model has says as much as the code.
        var code = string.IsNullOrEmpty(exception.ErrorCode) && exception is AmazonCloudControlApiException or AmazonConnectException ? exception.GetType().Name : exception.ErrorCode;
        return !string.IsNullOrEmpty(code) && code is not (nameof(AmazonCloudControlApiException) or nameof(AmazonConnectException))
            ? ErrorCatalogue.IdOf(code)
            : (int)exception.StatusCode >= 500 ? ErrorIds.ServiceInternalError : ErrorIds.InvalidResponse;
    }

    /// <summary>Signature Version 4 errors that are about time, not about keys.</summary>
    private static bool IsClockSkew(AmazonServiceException exception) => exception.ErrorCode
            is "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture"
        || (exception.ErrorCode is "InvalidSignatureException" or "SignatureDoesNotMatch"
            && (exception.Message.Contains("Signature expired", StringComparison.OrdinalIgnoreCase)
                || exception.Message.Contains("Signature not yet current", StringComparison.OrdinalIgnoreCase)));

    private static bool SaysRateExceeded(string message) =>
        message.Contains("rate exceeded", StringComparison.OrdinalIgnoreCase)
        || message.Contains("too many requests", StringComparison.OrdinalIgnoreCase)
        || message.Contains("throttl", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnreadable(AmazonServiceException exception) =>
        exception.InnerException is AmazonUnmarshallingException or JsonException || exception is AmazonUnmarshallingException;

    private static bool IsNetwork(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or TimeoutException or OperationCanceledException;

    /// <summary>The first of a type among an exception and its causes; null for none.</summary>
    private static T? CauseOf<T>(Exception? exception)
        where T : Exception => exception is null ? null : exception as T ?? CauseOf<T>(exception.InnerException);

    private static Failure Certificate(AuthenticationException fault) => new(FailureKind.Permanent, ErrorIds.NetworkFailure, fault.Message)
    {
        Remedy = "Trying again does not help. Where the network inspects TLS, have its root certificate put into the trusted roots of this machine "
            + "(Windows: Trusted Root Certification Authorities; macOS: the System keychain; Linux: the system's CA certificates, or SSL_CERT_FILE); "
            + "else check -EndpointUrl and the clock of this machine.",
        ConcernsEndpoint = true,
    };

    private static Failure Network(Exception exception)
    {
        if (exception.GetBaseException() is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } socket)
        {
            return new(FailureKind.Transient, ErrorIds.NetworkFailure, $"The endpoint's host name was not found in DNS ({socket.Message})")
            {
                Remedy = "Check the spelling of the Region (-Region, the ARN, AWS_REGION or the profile) and of -EndpointUrl, then the network and its DNS.",
            };
        }

        var cause = exception is OperationCanceledException or TimeoutException
            ? "The service did not respond in time."
            : exception.GetBaseException().Message;
        return new(FailureKind.Transient, ErrorIds.NetworkFailure, cause);
    }
}
