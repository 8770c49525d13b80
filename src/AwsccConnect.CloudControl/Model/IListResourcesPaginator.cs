using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>Walks all pages of <see cref="ListResourcesRequest"/>. It can be walked once.</summary>
public interface IListResourcesPaginator
{
    /// <summary>The pages, each as the whole response.</summary>
    IPaginatedEnumerable<ListResourcesResponse> Responses { get; }

    /// <summary>The resources of all pages.</summary>
    IPaginatedEnumerable<ResourceDescription> ResourceDescriptions { get; }
}
