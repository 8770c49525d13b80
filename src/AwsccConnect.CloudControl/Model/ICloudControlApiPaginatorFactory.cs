using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>Makes the paginators of the list operations.</summary>
public interface ICloudControlApiPaginatorFactory
{
    /// <summary>Makes a paginator over the account's resource requests. It moves the request's NextToken along.</summary>
    [AWSPaginator(InputToken = ["NextToken"], LimitKey = "MaxResults", OutputToken = ["NextToken"])]
    IListResourceRequestsPaginator ListResourceRequests(ListResourceRequestsRequest request);

    /// <summary>Makes a paginator over the resources of a type. It moves the request's NextToken along.</summary>
    [AWSPaginator(InputToken = ["NextToken"], LimitKey = "MaxResults", OutputToken = ["NextToken"])]
    IListResourcesPaginator ListResources(ListResourcesRequest request);
}
