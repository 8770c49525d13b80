using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>The eight operations by name, each with an empty request.</summary>
internal static class Calls
{
    public static Func<IAmazonCloudControlApi, Task> Named(string operation) => operation switch
    {
        "CreateResource" => c => c.CreateResourceAsync(new CreateResourceRequest()),
        "UpdateResource" => c => c.UpdateResourceAsync(new UpdateResourceRequest()),
        "DeleteResource" => c => c.DeleteResourceAsync(new DeleteResourceRequest()),
        "GetResource" => c => c.GetResourceAsync(new GetResourceRequest()),
        "ListResources" => c => c.ListResourcesAsync(new ListResourcesRequest()),
        "GetResourceRequestStatus" => c => c.GetResourceRequestStatusAsync(new GetResourceRequestStatusRequest()),
        "ListResourceRequests" => c => c.ListResourceRequestsAsync(new ListResourceRequestsRequest()),
        "CancelResourceRequest" => c => c.CancelResourceRequestAsync(new CancelResourceRequestRequest()),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No such operation."),
    };
}
