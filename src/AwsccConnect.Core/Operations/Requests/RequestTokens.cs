using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>Finds the request token in the responses that have one.</summary>
internal static class RequestTokens
{
    /// <summary>The request token of a response.</summary>
    public static string? Of(AmazonWebServiceResponse response) => response switch
    {
        CreateResourceResponse create => create.ProgressEvent?.RequestToken,
        UpdateResourceResponse update => update.ProgressEvent?.RequestToken,
        DeleteResourceResponse delete => delete.ProgressEvent?.RequestToken,
        GetResourceRequestStatusResponse status => status.ProgressEvent?.RequestToken,
        CancelResourceRequestResponse cancel => cancel.ProgressEvent?.RequestToken,
        _ => null,
    };
}
