using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Reads the answer to a <see cref="ListResourceRequestsRequest"/>.</summary>
public class ListResourceRequestsResponseUnmarshaller : JsonResponseUnmarshaller
{
    /// <summary>The one instance; it has no state.</summary>
    public static ListResourceRequestsResponseUnmarshaller Instance { get; } = new();

    /// <summary>Reads the body of a successful answer.</summary>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new ListResourceRequestsResponse();
        var reader = new StreamingUtf8JsonReader(input.Stream);
        input.Read(ref reader);
        JsonShape.RequireObject(input);
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth, ref reader))
        {
            if (input.TestExpression("NextToken", depth, ref reader))
            {
                response.NextToken = StringUnmarshaller.Instance.Unmarshall(input, ref reader);
            }
            else if (input.TestExpression("ResourceRequestStatusSummaries", depth, ref reader))
            {
                JsonShape.RequireList(input, ref reader);
                response.ResourceRequestStatusSummaries = new JsonListUnmarshaller<ProgressEvent, ProgressEventUnmarshaller>(
                    ProgressEventUnmarshaller.Instance).Unmarshall(input, ref reader);
            }
        }

        return response;
    }

    /// <summary>Makes the exception for an error answer.</summary>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        ErrorMapping.None.ToException(input, innerException, statusCode);
}
