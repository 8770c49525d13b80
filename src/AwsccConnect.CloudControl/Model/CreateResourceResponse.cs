using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// What Cloud Control answers to <see cref="CreateResourceRequest"/>: the creation that was asked for.
/// </summary>
public partial class CreateResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The resource request as it stands, with the token to follow it.</summary>
    public ProgressEvent ProgressEvent { get; set; }
}
