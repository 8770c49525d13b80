using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>The resource type has no handler for this action.</summary>
public partial class UnsupportedActionException : AmazonCloudControlApiException
{
    /// <summary>Makes the exception with a message of the runtime.</summary>
    public UnsupportedActionException()
    {
    }

    /// <summary>Makes the exception with a message alone.</summary>
    public UnsupportedActionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public UnsupportedActionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with its cause alone.</summary>
    public UnsupportedActionException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>Makes the exception from all that an error answer tells, and its cause.</summary>
    public UnsupportedActionException(
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
    public UnsupportedActionException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
