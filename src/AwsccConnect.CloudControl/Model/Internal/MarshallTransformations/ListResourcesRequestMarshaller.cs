using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="ListResourcesRequest"/> as an awsJson1.0 request.</summary>
public class ListResourcesRequestMarshaller
    : IMarshaller<IRequest, ListResourcesRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The one instance; it has no state.</summary>
    public static ListResourcesRequestMarshaller Instance { get; } = new();

    /// <summary>Writes the request; it has to be a <see cref="ListResourcesRequest"/>.</summary>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((ListResourcesRequest)input);

    /// <summary>Writes the request.</summary>
    public IRequest Marshall(ListResourcesRequest publicRequest) => JsonRequest.Create(
        publicRequest,
        "ListResources",
        static (input, context) =>
        {
            var writer = context.Writer;
            writer.WriteOptional("MaxResults", input.MaxResults);
            writer.WriteOptional("NextToken", input.NextToken);
            writer.WriteOptional("ResourceModel", input.ResourceModel);
            writer.WriteOptional("RoleArn", input.RoleArn);
            writer.WriteOptional("TypeName", input.TypeName);
            writer.WriteOptional("TypeVersionId", input.TypeVersionId);
        });
}
