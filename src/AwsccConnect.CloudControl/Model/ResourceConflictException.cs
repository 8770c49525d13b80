using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// The resource is, for now, not in a state that allows the operation, for example because something depends on
/// it.
/// </summary>
public partial class ResourceConflictException : AmazonCloudControlApiException
{
    /// <summary>Makes the exception with a message of the runtime.</summary>
    public ResourceConflictException()
    {
    }

    /// <summary>Makes the exception with a message alone.</summary>
    public ResourceConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public ResourceConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with its cause alone.</summary>
    public ResourceConflictException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>Makes the exception from all that an error answer tells, and its cause.</summary>
    public ResourceConflictException(
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
    public ResourceConflictException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
