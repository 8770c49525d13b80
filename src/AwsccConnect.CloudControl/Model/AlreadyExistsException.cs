using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// A resource with this identifier, or with another property that has to be unique, exists.
/// </summary>
public partial class AlreadyExistsException : AmazonCloudControlApiException
{
    /// <summary>Makes the exception with a message of the runtime.</summary>
    public AlreadyExistsException()
    {
    }

    /// <summary>Makes the exception with a message alone.</summary>
    public AlreadyExistsException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public AlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with its cause alone.</summary>
    public AlreadyExistsException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>Makes the exception from all that an error answer tells, and its cause.</summary>
    public AlreadyExistsException(
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
    public AlreadyExistsException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
