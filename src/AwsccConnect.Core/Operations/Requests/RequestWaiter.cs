using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>Waits for requests that were sent before; one scheduler polls all of a Region.</summary>
internal sealed class RequestWaiter(ServiceConnection connection, RequestScheduler scheduler, RequestReader reader, TimeSpan timeout)
{
    /// <summary>
    /// Waits for the end of a request. Throws where the time-out passes (<see cref="ErrorIds.RequestTimeout"/>), AWS knows no such request
    /// (<see cref="ErrorIds.RequestTokenNotFound"/>), or the status cannot be read; AWS continues with the request.
    /// </summary>
    public async Task<ProgressEvent> WaitAsync(ConnectUserRequest known, CancellationToken cancellationToken)
    {
        var token = known.RequestToken!;
        var label = known.User ?? known.Identifier ?? token;
        var progress = new ProgressEvent
        {
            RequestToken = token,
            TypeName = known.TypeName,
            Identifier = known.Identifier,
            Operation = known.Operation is { } operation ? Operation.FindValue(operation) : null,
            OperationStatus = known.OperationStatus is { } status ? OperationStatus.FindValue(status) : null,
            ErrorCode = known.ErrorCode is { } code ? HandlerErrorCode.FindValue(code) : null,
            StatusMessage = known.StatusMessage,
            EventTime = known.EventTime,
            RetryAfter = known.RetryAfter,
        };
        if (RequestStatus.IsTerminal(progress))
        {
            return progress;
        }

        try
        {
            var last = await scheduler
                .WatchAsync(progress, label, new Deadline(connection.Time, timeout), cancellationToken).ConfigureAwait(false);
            connection.Recent.Add(last);
            return label == token && last.Identifier is null && last.ResourceModel is null
                ? await NamedAsync(last, cancellationToken).ConfigureAwait(false)
                : last;
        }
        catch (ConnectOperationException exception) when (exception.RequestToken is null)
        {
            throw exception.Reworded($"{exception.Message} AWS continues with the request (request token {token}).", token);
        }
    }

    /// <summary>Lists leave the model out: a create that failed is then known by nothing but its token.</summary>
    private async Task<ProgressEvent> NamedAsync(ProgressEvent last, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.GetAsync(last.RequestToken, null, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException)
        {
            return last;
        }
    }
}
