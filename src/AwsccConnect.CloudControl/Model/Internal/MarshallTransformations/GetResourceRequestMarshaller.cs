using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="GetResourceRequest"/> as an awsJson1.0 request.</summary>
public class GetResourceRequestMarshaller
    : IMarshaller<IRequest, GetResourceRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The one instance; it has no state.</summary>
    public static GetResourceRequestMarshaller Instance { get; } = new();

    /// <summary>Writes the request; it has to be a <see cref="GetResourceRequest"/>.</summary>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((GetResourceRequest)input);

    /// <summary>Writes the request.</summary>
    public IRequest Marshall(GetResourceRequest publicRequest) => JsonRequest.Create(
        publicRequest,
        "GetResource",
        static (input, context) =>
        {
            var writer = context.Writer;
            writer.WriteOptional("Identifier", input.Identifier);
            writer.WriteOptional("RoleArn", input.RoleArn);
            writer.WriteOptional("TypeName", input.TypeName);
            writer.WriteOptional("TypeVersionId", input.TypeVersionId);
        });
}
