using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>Walks all pages of <see cref="ListResourceRequestsRequest"/>. It can be walked once.</summary>
public interface IListResourceRequestsPaginator
{
    /// <summary>The pages, each as the whole response.</summary>
    IPaginatedEnumerable<ListResourceRequestsResponse> Responses { get; }

    /// <summary>The resource requests of all pages.</summary>
    IPaginatedEnumerable<ProgressEvent> ResourceRequestStatusSummaries { get; }
}
