using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudControlApi;

/// <summary>
/// An error that Cloud Control answered with. Errors that the service model names for the operation come as one of
/// the derived classes; all others as this one, distinguished by <see cref="AmazonServiceException.ErrorCode"/>.
/// </summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/CommonErrors.html">Common Errors</see>
/// in the AWS Cloud Control API Reference.
/// </remarks>
public class AmazonCloudControlApiException : AmazonServiceException
{
    /// <summary>Makes the exception with a message of the runtime.</summary>
    public AmazonCloudControlApiException()
    {
    }

    /// <summary>Makes the exception with a message alone.</summary>
    public AmazonCloudControlApiException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public AmazonCloudControlApiException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with its cause alone.</summary>
    public AmazonCloudControlApiException(Exception innerException)
        : base(innerException?.Message, innerException)
    {
    }

    /// <summary>Makes the exception from all that an error answer tells, and its cause.</summary>
    public AmazonCloudControlApiException(
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
    public AmazonCloudControlApiException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
