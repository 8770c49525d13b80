using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// What Cloud Control answers to <see cref="ListResourceRequestsRequest"/>: one page of resource requests.
/// </summary>
public partial class ListResourceRequestsResponse : AmazonWebServiceResponse
{
    /// <summary>The place where the next page begins; not set on the last page.</summary>
    [AWSProperty(Min = 1, Max = 2048)]
    public string NextToken { get; set; }

    /// <summary>The resource requests of this page.</summary>
    public List<ProgressEvent> ResourceRequestStatusSummaries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
