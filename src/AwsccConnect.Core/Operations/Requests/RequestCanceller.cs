using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// Cancels requests. Only those that are PENDING or IN_PROGRESS can be cancelled
/// (<see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_CancelResourceRequest.html"/>).
/// </summary>
internal sealed class RequestCanceller(ServiceConnection connection, RetryingClient calls, RequestReader reader, TimeSpan timeout)
{
    /// <summary>
    /// Sends a cancellation of a request to AWS. Throws where the request had ended (<see cref="ErrorIds.RequestHasEnded"/>), AWS knows no such
    /// request (<see cref="ErrorIds.RequestTokenNotFound"/>), or it refuses.
    /// </summary>
    public async Task<ProgressEvent> CancelAsync(string token, string? label, CancellationToken cancellationToken)
    {
        var deadline = new Deadline(connection.Time, timeout);
        var write = new WriteAttempts(connection.Time);
        ProgressEvent progress;
        try
        {
            var response = await calls.WriteAsync(
                (request, callToken) => SendAsync(request, label, deadline, callToken),
                new CancelResourceRequestRequest { RequestToken = token },
                label ?? token,
                deadline,
                write,
                cancellationToken).ConfigureAwait(false);
            connection.Pacer.Accepted("CancelResourceRequest", write.Epoch);
            progress = RequestStatus.Of(response?.ProgressEvent, token) ?? throw RequestFailures.NoProgress(label ?? token, token);
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.RequestTokenNotFound)
        {
            throw RequestFailures.TokenNotFound(token, label, [connection.Region], exception);
        }
        catch (ConnectOperationException exception) when (write.MayBeAccepted && exception is { RequestToken: null, ErrorId: ErrorIds.NetworkFailure or ErrorIds.InvalidResponse })
        {
            throw RequestFailures.MaybeCancelled(exception, token);
        }

        return RequestStatus.HasEndedOtherwise(progress)
            ? throw RequestFailures.HasEnded(progress, label ?? RequestModel.UsernameOf(progress) ?? progress.Identifier ?? token)
            : progress;
    }

    /// <summary>One attempt. AWS has no exception of its own for a request that has ended, so the status is read after a refusal.</summary>
    private async Task<CancelResourceRequestResponse> SendAsync(CancelResourceRequestRequest request, string? label, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.Client.CancelResourceRequestAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (FailureClassifier.Classify(exception) is { Kind: FailureKind.Busy } or { ErrorId: ErrorIds.InvalidRequest })
        {
            ProgressEvent found;
            try
            {
                found = await reader.GetAsync(request.RequestToken, label, cancellationToken, deadline).ConfigureAwait(false);
            }
            catch (ConnectOperationException)
            {
                found = new ProgressEvent();
            }

            if (RequestStatus.IsTerminal(found))
            {
                return new CancelResourceRequestResponse { ProgressEvent = found, ResponseMetadata = new ResponseMetadata { RequestId = exception.RequestId } };
            }

            throw;
        }
    }
}
