using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>Lists the account's resource requests of the last seven days in the Region.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_ListResourceRequests.html">
/// ListResourceRequests</see> in the AWS Cloud Control API Reference.
/// </remarks>
public partial class ListResourceRequestsRequest : AmazonCloudControlApiRequest
{
    /// <summary>The most requests to return in one page, 1 to 100; 20 when not set.</summary>
    [AWSProperty(Min = 1, Max = 100)]
    public int? MaxResults { get; set; }

    /// <summary>
    /// The place to go on from, out of the response before: 1 to 2,048 characters. The first page when not set.
    /// </summary>
    [AWSProperty(Min = 1, Max = 2048)]
    public string NextToken { get; set; }

    /// <summary>Which operations and statuses to return; all of them when not set.</summary>
    public ResourceRequestStatusFilter ResourceRequestStatusFilter { get; set; }
}
