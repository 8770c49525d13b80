using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>The operation would exceed one of the account's quotas.</summary>
public partial class ServiceLimitExceededException : AmazonCloudControlApiException
{
    /// <summary>Makes the exception with a message of the runtime.</summary>
    public ServiceLimitExceededException()
    {
    }

    /// <summary>Makes the exception with a message alone.</summary>
    public ServiceLimitExceededException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public ServiceLimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with its cause alone.</summary>
    public ServiceLimitExceededException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>Makes the exception from all that an error answer tells, and its cause.</summary>
    public ServiceLimitExceededException(
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
    public ServiceLimitExceededException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
