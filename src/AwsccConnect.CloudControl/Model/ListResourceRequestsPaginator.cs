using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.UserAgent;

namespace Amazon.CloudControlApi.Model;

/// <inheritdoc cref="IListResourceRequestsPaginator"/>
internal sealed class ListResourceRequestsPaginator
    : IPaginator<ListResourceRequestsResponse>, IListResourceRequestsPaginator
{
    private readonly IAmazonCloudControlApi _client;
    private readonly ListResourceRequestsRequest _request;
    private int _started;

    internal ListResourceRequestsPaginator(IAmazonCloudControlApi client, ListResourceRequestsRequest request)
    {
        _client = client;
        _request = request;
    }

    public IPaginatedEnumerable<ListResourceRequestsResponse> Responses =>
        new PaginatedResponse<ListResourceRequestsResponse>(this);

    public IPaginatedEnumerable<ProgressEvent> ResourceRequestStatusSummaries =>
        new PaginatedResultKeyResponse<ListResourceRequestsResponse, ProgressEvent>(this, page => page.ResourceRequestStatusSummaries ?? []);

    IAsyncEnumerable<ListResourceRequestsResponse> IPaginator<ListResourceRequestsResponse>.PaginateAsync(
        CancellationToken cancellationToken)
    {
        // The walk moves the caller's request along, so a second one would start where the first one is.
        return Interlocked.Exchange(ref _started, 1) == 0
            ? WalkAsync(cancellationToken)
            : throw new InvalidOperationException("This paginator has been walked already. Make a new one.");
    }

    private async IAsyncEnumerable<ListResourceRequestsResponse> WalkAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ((IAmazonWebServiceRequest)_request).UserAgentDetails.AddFeature(UserAgentFeatureId.PAGINATOR);
        do
        {
            var page = await _client.ListResourceRequestsAsync(_request, cancellationToken)
                .ConfigureAwait(false);
            _request.NextToken = page.NextToken;
            yield return page;
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (!string.IsNullOrEmpty(_request.NextToken));
    }
}
