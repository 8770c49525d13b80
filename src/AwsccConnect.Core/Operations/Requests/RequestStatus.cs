using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>Reads the status of progress events.</summary>
internal static class RequestStatus
{
    /// <summary>The progress event of a response; null where it has none.</summary>
    public static ProgressEvent? Of(AmazonWebServiceResponse response) => response switch
    {
        CreateResourceResponse create => create.ProgressEvent,
        UpdateResourceResponse update => update.ProgressEvent,
        DeleteResourceResponse delete => delete.ProgressEvent,
        GetResourceRequestStatusResponse status => status.ProgressEvent,
        CancelResourceRequestResponse cancel => cancel.ProgressEvent,
        _ => null,
    };

    /// <summary>The progress event of a request, with the request's token even where AWS omits it.</summary>
    public static ProgressEvent? Of(ProgressEvent? progress, string token)
    {
        if (progress is { RequestToken: null or "" })
        {
            progress.RequestToken = token;
        }

        return progress;
    }

    /// <summary>Whether a request has ended.</summary>
    public static bool IsTerminal(ProgressEvent progress) =>
        progress.OperationStatus == OperationStatus.SUCCESS
        || progress.OperationStatus == OperationStatus.FAILED
        || progress.OperationStatus == OperationStatus.CANCEL_COMPLETE;

    /// <summary>Whether a request has ended, but not by being cancelled.</summary>
    public static bool HasEndedOtherwise(ProgressEvent progress) =>
        IsTerminal(progress) && progress.OperationStatus != OperationStatus.CANCEL_COMPLETE;

    /// <summary>Whether a status, by Cloud Control's name, is one that no other follows.</summary>
    public static bool IsTerminal(string? status) => status is "SUCCESS" or "FAILED" or "CANCEL_COMPLETE";
}
