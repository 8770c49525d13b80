namespace Amazon.CloudControlApi.Model;

/// <inheritdoc cref="ICloudControlApiPaginatorFactory"/>
public class CloudControlApiPaginatorFactory : ICloudControlApiPaginatorFactory
{
    private readonly IAmazonCloudControlApi _client;

    internal CloudControlApiPaginatorFactory(IAmazonCloudControlApi client) => _client = client;

    /// <inheritdoc/>
    public IListResourceRequestsPaginator ListResourceRequests(ListResourceRequestsRequest request) =>
        new ListResourceRequestsPaginator(_client, request);

    /// <inheritdoc/>
    public IListResourcesPaginator ListResources(ListResourcesRequest request) =>
        new ListResourcesPaginator(_client, request);
}
