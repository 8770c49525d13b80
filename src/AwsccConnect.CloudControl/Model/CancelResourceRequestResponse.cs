using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// What Cloud Control answers to <see cref="CancelResourceRequestRequest"/>: the request whose cancellation was
/// asked for.
/// </summary>
public partial class CancelResourceRequestResponse : AmazonWebServiceResponse
{
    /// <summary>The resource request as it stands, with the token to follow it.</summary>
    public ProgressEvent ProgressEvent { get; set; }
}
