using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="CreateResourceRequest"/> as an awsJson1.0 request.</summary>
public class CreateResourceRequestMarshaller
    : IMarshaller<IRequest, CreateResourceRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The one instance; it has no state.</summary>
    public static CreateResourceRequestMarshaller Instance { get; } = new();

    /// <summary>Writes the request; it has to be a <see cref="CreateResourceRequest"/>.</summary>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((CreateResourceRequest)input);

    /// <summary>Writes the request.</summary>
    public IRequest Marshall(CreateResourceRequest publicRequest) => JsonRequest.Create(
        publicRequest,
        "CreateResource",
        static (input, context) =>
        {
            var writer = context.Writer;
            writer.WriteString("ClientToken", input.ClientToken ?? Guid.NewGuid().ToString());
            writer.WriteOptional("DesiredState", input.DesiredState);
            writer.WriteOptional("RoleArn", input.RoleArn);
            writer.WriteOptional("TypeName", input.TypeName);
            writer.WriteOptional("TypeVersionId", input.TypeVersionId);
        });
}
