using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>Finds the progress event in the responses that have one.</summary>
internal static class ProgressEvents
{
    /// <summary>The progress event of a response; null for none.</summary>
    public static ProgressEvent? Of(AmazonWebServiceResponse response) => response switch
    {
        CreateResourceResponse create => create.ProgressEvent,
        UpdateResourceResponse update => update.ProgressEvent,
        DeleteResourceResponse delete => delete.ProgressEvent,
        GetResourceRequestStatusResponse status => status.ProgressEvent,
        CancelResourceRequestResponse cancel => cancel.ProgressEvent,
        _ => null,
    };
}
