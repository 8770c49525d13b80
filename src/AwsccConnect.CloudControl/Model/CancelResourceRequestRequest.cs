using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// Cancels a resource request. Only one that is pending or in progress can be cancelled, and what its handler
/// has done so far stays.
/// </summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_CancelResourceRequest.html">
/// CancelResourceRequest</see> in the AWS Cloud Control API Reference.
/// </remarks>
public partial class CancelResourceRequestRequest : AmazonCloudControlApiRequest
{
    /// <summary>
    /// The token of the resource request, out of the <see cref="ProgressEvent"/> that started it: 1 to 128
    /// characters.
    /// </summary>
    [AWSProperty(Required = true, Min = 1, Max = 128)]
    public string RequestToken { get; set; }
}
