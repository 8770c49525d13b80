using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// What Cloud Control answers to <see cref="ListResourcesRequest"/>: one page of resources.
/// </summary>
public partial class ListResourcesResponse : AmazonWebServiceResponse
{
    /// <summary>The place where the next page begins; not set on the last page.</summary>
    [AWSProperty(Min = 1, Max = 4096)]
    public string NextToken { get; set; }

    /// <summary>
    /// The resources of this page. Which properties they have beyond the identifier is up to the type's list
    /// handler.
    /// </summary>
    public List<ResourceDescription> ResourceDescriptions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>
    /// The resource type, as <c>Organization::Service::Resource</c>, for example <c>AWS::Connect::User</c>: 10
    /// to 196 characters.
    /// </summary>
    [AWSProperty(Min = 10, Max = 196)]
    public string TypeName { get; set; }
}
