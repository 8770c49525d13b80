using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.UserAgent;

namespace Amazon.CloudControlApi.Model;

/// <inheritdoc cref="IListResourcesPaginator"/>
internal sealed class ListResourcesPaginator
    : IPaginator<ListResourcesResponse>, IListResourcesPaginator
{
    private readonly IAmazonCloudControlApi _client;
    private readonly ListResourcesRequest _request;
    private int _started;

    internal ListResourcesPaginator(IAmazonCloudControlApi client, ListResourcesRequest request)
    {
        _client = client;
        _request = request;
    }

    public IPaginatedEnumerable<ListResourcesResponse> Responses =>
        new PaginatedResponse<ListResourcesResponse>(this);

    public IPaginatedEnumerable<ResourceDescription> ResourceDescriptions =>
        new PaginatedResultKeyResponse<ListResourcesResponse, ResourceDescription>(this, page => page.ResourceDescriptions ?? []);

    IAsyncEnumerable<ListResourcesResponse> IPaginator<ListResourcesResponse>.PaginateAsync(
        CancellationToken cancellationToken)
    {
        // The walk moves the caller's request along, so a second one would start where the first one is.
        return Interlocked.Exchange(ref _started, 1) == 0
            ? WalkAsync(cancellationToken)
            : throw new InvalidOperationException("This paginator has been walked already. Make a new one.");
    }

    private async IAsyncEnumerable<ListResourcesResponse> WalkAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ((IAmazonWebServiceRequest)_request).UserAgentDetails.AddFeature(UserAgentFeatureId.PAGINATOR);
        do
        {
            var page = await _client.ListResourcesAsync(_request, cancellationToken)
                .ConfigureAwait(false);
            _request.NextToken = page.NextToken;
            yield return page;
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (!string.IsNullOrEmpty(_request.NextToken));
    }
}
