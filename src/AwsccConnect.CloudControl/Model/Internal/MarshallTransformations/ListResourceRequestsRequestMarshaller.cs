using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="ListResourceRequestsRequest"/> as an awsJson1.0 request.</summary>
public class ListResourceRequestsRequestMarshaller
    : IMarshaller<IRequest, ListResourceRequestsRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The one instance; it has no state.</summary>
    public static ListResourceRequestsRequestMarshaller Instance { get; } = new();

    /// <summary>Writes the request; it has to be a <see cref="ListResourceRequestsRequest"/>.</summary>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((ListResourceRequestsRequest)input);

    /// <summary>Writes the request.</summary>
    public IRequest Marshall(ListResourceRequestsRequest publicRequest) => JsonRequest.Create(
        publicRequest,
        "ListResourceRequests",
        static (input, context) =>
        {
            var writer = context.Writer;
            writer.WriteOptional("MaxResults", input.MaxResults);
            writer.WriteOptional("NextToken", input.NextToken);
            if (input.ResourceRequestStatusFilter is not null)
            {
                writer.WriteStartObject("ResourceRequestStatusFilter");
                ResourceRequestStatusFilterMarshaller.Instance.Marshall(input.ResourceRequestStatusFilter, context);
                writer.WriteEndObject();
            }
        });
}
