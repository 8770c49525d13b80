using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>Asks how far a resource request is.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_GetResourceRequestStatus.html">
/// GetResourceRequestStatus</see> in the AWS Cloud Control API Reference.
/// </remarks>
public partial class GetResourceRequestStatusRequest : AmazonCloudControlApiRequest
{
    /// <summary>
    /// The token of the resource request, out of the <see cref="ProgressEvent"/> that started it: 1 to 128
    /// characters.
    /// </summary>
    [AWSProperty(Required = true, Min = 1, Max = 128)]
    public string RequestToken { get; set; }
}
