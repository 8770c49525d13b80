using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// What Cloud Control answers to <see cref="GetResourceRequestStatusRequest"/>: the request as it stands.
/// </summary>
public partial class GetResourceRequestStatusResponse : AmazonWebServiceResponse
{
    /// <summary>The CloudFormation Hooks that were invoked for the request.</summary>
    public List<HookProgressEvent> HooksProgressEvent { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The resource request as it stands, with the token to follow it.</summary>
    public ProgressEvent ProgressEvent { get; set; }
}
