using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Makes a <see cref="ResourceNotFoundException"/> out of an error answer.</summary>
public class ResourceNotFoundExceptionUnmarshaller
    : IJsonErrorResponseUnmarshaller<ResourceNotFoundException, JsonUnmarshallerContext>
{
    /// <summary>The one instance; it has no state.</summary>
    public static ResourceNotFoundExceptionUnmarshaller Instance { get; } = new();

    /// <summary>Makes the exception. Its only member, the message, is in the common part of the error.</summary>
    public ResourceNotFoundException Unmarshall(
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
