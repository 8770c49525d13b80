using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>The requests that AWS is carrying out, whoever has sent them.</summary>
internal sealed class OpenRequests(string region, RequestHistory history, RequestWaiter waiter)
{
    /// <summary>Waits until those that are open now have ended: all, or those of one user.</summary>
    public async Task WaitAsync(string? userArn, CancellationToken cancellationToken)
    {
        var filter = new RequestFilter { Statuses = ["PENDING", "IN_PROGRESS"], Identifiers = userArn is null ? [] : [userArn] };
        var open = new List<ProgressEvent>();
        await foreach (var request in history.ListAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            open.Add(request);
        }

        foreach (var request in open)
        {
            await waiter.WaitAsync(ConnectUserRequest.From(request, null, region), cancellationToken).ConfigureAwait(false);
        }
    }
}
