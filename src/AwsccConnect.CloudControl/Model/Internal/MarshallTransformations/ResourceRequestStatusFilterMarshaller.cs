using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Writes the members of a <see cref="ResourceRequestStatusFilter"/>.</summary>
public class ResourceRequestStatusFilterMarshaller : IRequestMarshaller<ResourceRequestStatusFilter, JsonMarshallerContext>
{
    /// <summary>The one instance; it has no state.</summary>
    public static ResourceRequestStatusFilterMarshaller Instance { get; } = new();

    /// <summary>Writes the members into the object that is open.</summary>
    public void Marshall(ResourceRequestStatusFilter requestObject, JsonMarshallerContext context)
    {
        ArgumentNullException.ThrowIfNull(requestObject);
        ArgumentNullException.ThrowIfNull(context);
        context.Writer.WriteOptional("Operations", requestObject.Operations);
        context.Writer.WriteOptional("OperationStatuses", requestObject.OperationStatuses);
    }
}
