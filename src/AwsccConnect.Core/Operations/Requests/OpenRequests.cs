using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>The requests that AWS is carrying out, whoever has sent them.</summary>
internal sealed class OpenRequests(string region, RequestHistory history, RequestWaiter waiter)
{
    /// <summary>Waits until those that are open now have ended: all, or those of one user.</summary>
    public async Task WaitAsync(string? userArn, CancellationToken cancellationToken)
    {
        var filter = new RequestFilter { Statuses = ["PENDING", "IN_PROGRESS"], Identifiers = userArn is null ? [] : [userArn] };
        // All are listed before the first is waited for.
        foreach (var request in await history.ListAsync(filter, cancellationToken).CollectAsync().ConfigureAwait(false))
        {
            await waiter.WaitAsync(ConnectUserRequest.From(request, null, region), cancellationToken).ConfigureAwait(false);
        }
    }
}
