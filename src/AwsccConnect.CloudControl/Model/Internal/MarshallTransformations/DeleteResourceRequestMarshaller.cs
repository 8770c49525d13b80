using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="DeleteResourceRequest"/> as an awsJson1.0 request.</summary>
public class DeleteResourceRequestMarshaller
    : IMarshaller<IRequest, DeleteResourceRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The one instance; it has no state.</summary>
    public static DeleteResourceRequestMarshaller Instance { get; } = new();

    /// <summary>Writes the request; it has to be a <see cref="DeleteResourceRequest"/>.</summary>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((DeleteResourceRequest)input);

    /// <summary>Writes the request.</summary>
    public IRequest Marshall(DeleteResourceRequest publicRequest) => JsonRequest.Create(
        publicRequest,
        "DeleteResource",
        static (input, context) =>
        {
            var writer = context.Writer;
            writer.WriteString("ClientToken", input.ClientToken ?? Guid.NewGuid().ToString());
            writer.WriteOptional("Identifier", input.Identifier);
            writer.WriteOptional("RoleArn", input.RoleArn);
            writer.WriteOptional("TypeName", input.TypeName);
            writer.WriteOptional("TypeVersionId", input.TypeVersionId);
        });
}
