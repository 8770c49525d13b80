using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// What Cloud Control answers to <see cref="UpdateResourceRequest"/>: the changes that were asked for.
/// </summary>
public partial class UpdateResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The resource request as it stands, with the token to follow it.</summary>
    public ProgressEvent ProgressEvent { get; set; }
}
