using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Makes a <see cref="ConcurrentOperationException"/> out of an error answer.</summary>
public class ConcurrentOperationExceptionUnmarshaller
    : IJsonErrorResponseUnmarshaller<ConcurrentOperationException, JsonUnmarshallerContext>
{
    /// <summary>The one instance; it has no state.</summary>
    public static ConcurrentOperationExceptionUnmarshaller Instance { get; } = new();

    /// <summary>Makes the exception. Its only member, the message, is in the common part of the error.</summary>
    public ConcurrentOperationException Unmarshall(
        JsonUnmarshallerContext context,
        ErrorResponse errorResponse,
        ref StreamingUtf8JsonReader reader) => new(
        errorResponse.Message,
        errorResponse.InnerException,
        errorResponse.Type,
        errorResponse.Code,
        errorResponse.RequestId,
        errorResponse.StatusCode);
}
