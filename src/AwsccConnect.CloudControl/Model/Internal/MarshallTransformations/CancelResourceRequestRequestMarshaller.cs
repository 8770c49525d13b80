using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="CancelResourceRequestRequest"/> as an awsJson1.0 request.</summary>
public class CancelResourceRequestRequestMarshaller
    : IMarshaller<IRequest, CancelResourceRequestRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The one instance; it has no state.</summary>
    public static CancelResourceRequestRequestMarshaller Instance { get; } = new();

    /// <summary>Writes the request; it has to be a <see cref="CancelResourceRequestRequest"/>.</summary>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((CancelResourceRequestRequest)input);

    /// <summary>Writes the request.</summary>
    public IRequest Marshall(CancelResourceRequestRequest publicRequest) => JsonRequest.Create(
        publicRequest,
        "CancelResourceRequest",
        static (input, context) =>
        {
            var writer = context.Writer;
            writer.WriteOptional("RequestToken", input.RequestToken);
        });
}
