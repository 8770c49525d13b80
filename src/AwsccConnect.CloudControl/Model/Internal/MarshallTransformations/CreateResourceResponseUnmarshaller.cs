using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Reads the answer to a <see cref="CreateResourceRequest"/>.</summary>
public class CreateResourceResponseUnmarshaller : JsonResponseUnmarshaller
{
    /// <summary>The one instance; it has no state.</summary>
    public static CreateResourceResponseUnmarshaller Instance { get; } = new();

    /// <summary>Reads the body of a successful answer.</summary>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new CreateResourceResponse();
        var reader = new StreamingUtf8JsonReader(input.Stream);
        input.Read(ref reader);
        JsonShape.RequireObject(input);
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth, ref reader))
        {
            if (input.TestExpression("ProgressEvent", depth, ref reader))
            {
                response.ProgressEvent = ProgressEventUnmarshaller.Instance.Unmarshall(input, ref reader);
            }
        }

        return response;
    }

    /// <summary>Makes the exception for an error answer.</summary>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        ErrorMapping.Write.ToException(input, innerException, statusCode);
}
