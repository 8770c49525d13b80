using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="GetResourceRequestStatusRequest"/> as an awsJson1.0 request.</summary>
public class GetResourceRequestStatusRequestMarshaller
    : IMarshaller<IRequest, GetResourceRequestStatusRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The one instance; it has no state.</summary>
    public static GetResourceRequestStatusRequestMarshaller Instance { get; } = new();

    /// <summary>Writes the request; it has to be a <see cref="GetResourceRequestStatusRequest"/>.</summary>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((GetResourceRequestStatusRequest)input);

    /// <summary>Writes the request.</summary>
    public IRequest Marshall(GetResourceRequestStatusRequest publicRequest) => JsonRequest.Create(
        publicRequest,
        "GetResourceRequestStatus",
        static (input, context) =>
        {
            var writer = context.Writer;
            writer.WriteOptional("RequestToken", input.RequestToken);
        });
}
