using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="UpdateResourceRequest"/> as an awsJson1.0 request.</summary>
public class UpdateResourceRequestMarshaller
    : IMarshaller<IRequest, UpdateResourceRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The one instance; it has no state.</summary>
    public static UpdateResourceRequestMarshaller Instance { get; } = new();

    /// <summary>Writes the request; it has to be a <see cref="UpdateResourceRequest"/>.</summary>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((UpdateResourceRequest)input);

    /// <summary>Writes the request.</summary>
    public IRequest Marshall(UpdateResourceRequest publicRequest) => JsonRequest.Create(
        publicRequest,
        "UpdateResource",
        static (input, context) =>
        {
            var writer = context.Writer;
            writer.WriteString("ClientToken", input.ClientToken ?? Guid.NewGuid().ToString());
            writer.WriteOptional("Identifier", input.Identifier);
            writer.WriteOptional("PatchDocument", input.PatchDocument);
            writer.WriteOptional("RoleArn", input.RoleArn);
            writer.WriteOptional("TypeName", input.TypeName);
            writer.WriteOptional("TypeVersionId", input.TypeVersionId);
        });
}
