namespace Amazon.CloudControlApi.Model;

/// <summary>
/// Selects resource requests by operation and status; a request has to satisfy both lists.
/// </summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_ResourceRequestStatusFilter.html">
/// ResourceRequestStatusFilter</see> in the AWS Cloud Control API Reference.
/// </remarks>
public partial class ResourceRequestStatusFilter
{
    /// <summary>The operations to return, out of <see cref="Operation"/>; all of them when not set.</summary>
    public List<string> Operations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>
    /// The statuses to return, out of <see cref="OperationStatus"/>; all of them when not set.
    /// </summary>
    public List<string> OperationStatuses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
