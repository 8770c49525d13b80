using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// The resource did not reach a stable state within the handler's time; it may exist all the same.
/// </summary>
public partial class NotStabilizedException : AmazonCloudControlApiException
{
    /// <summary>Makes the exception with a message of the runtime.</summary>
    public NotStabilizedException()
    {
    }

    /// <summary>Makes the exception with a message alone.</summary>
    public NotStabilizedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public NotStabilizedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with its cause alone.</summary>
    public NotStabilizedException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>Makes the exception from all that an error answer tells, and its cause.</summary>
    public NotStabilizedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception from all that an error answer tells.</summary>
    public NotStabilizedException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
