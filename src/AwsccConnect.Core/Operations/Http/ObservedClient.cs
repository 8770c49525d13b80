using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using AmazonEndpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// Shows an observer the bodies of the calls that pass through, without secrets. It is put around a client only for
/// an observer that takes bodies, so the others do not pay for it.
/// </summary>
internal sealed class ObservedClient(IAmazonCloudControlApi inner, ICallObserver observer) : IAmazonCloudControlApi
{
    public ICloudControlApiPaginatorFactory Paginators => inner.Paginators;

    public IClientConfig Config => inner.Config;

    /// <summary>The client to use for an observer.</summary>
    public static IAmazonCloudControlApi For(IAmazonCloudControlApi client, ICallObserver observer) =>
        observer.WantsBodies ? new ObservedClient(client, observer) : client;

    public Task<CreateResourceResponse> CreateResourceAsync(CreateResourceRequest request, CancellationToken cancellationToken = default) =>
        SeeAsync(
            "CreateResource",
            Write(request.TypeName, null, request.ClientToken, request.RoleArn, ("DesiredState", RedactedBody.Document(request.DesiredState))),
            () => inner.CreateResourceAsync(request, cancellationToken),
            response => Event(response.ProgressEvent));

    public Task<UpdateResourceResponse> UpdateResourceAsync(UpdateResourceRequest request, CancellationToken cancellationToken = default) =>
        SeeAsync(
            "UpdateResource",
            Write(request.TypeName, request.Identifier, request.ClientToken, request.RoleArn, ("PatchDocument", RedactedBody.Document(request.PatchDocument))),
            () => inner.UpdateResourceAsync(request, cancellationToken),
            response => Event(response.ProgressEvent));

    public Task<DeleteResourceResponse> DeleteResourceAsync(DeleteResourceRequest request, CancellationToken cancellationToken = default) =>
        SeeAsync(
            "DeleteResource",
            Write(request.TypeName, request.Identifier, request.ClientToken, request.RoleArn),
            () => inner.DeleteResourceAsync(request, cancellationToken),
            response => Event(response.ProgressEvent));

    public Task<GetResourceResponse> GetResourceAsync(GetResourceRequest request, CancellationToken cancellationToken = default) =>
        SeeAsync(
            "GetResource",
            Write(request.TypeName, request.Identifier, null, request.RoleArn),
            () => inner.GetResourceAsync(request, cancellationToken),
            response => RedactedBody.Render(
                ("Identifier", response.ResourceDescription?.Identifier),
                ("Properties", RedactedBody.Document(response.ResourceDescription?.Properties))));

    public Task<ListResourcesResponse> ListResourcesAsync(ListResourcesRequest request, CancellationToken cancellationToken = default) =>
        SeeAsync(
            "ListResources",
            RedactedBody.Render(
                ("TypeName", request.TypeName), ("ResourceModel", RedactedBody.Document(request.ResourceModel)), ("NextToken", request.NextToken)),
            () => inner.ListResourcesAsync(request, cancellationToken),
            response => RedactedBody.Render(
                ("ResourceDescriptions", $"{response.ResourceDescriptions?.Count ?? 0} items"), ("NextToken", response.NextToken)));

    public Task<GetResourceRequestStatusResponse> GetResourceRequestStatusAsync(
        GetResourceRequestStatusRequest request, CancellationToken cancellationToken = default) =>
        SeeAsync(
            "GetResourceRequestStatus",
            RedactedBody.Render(("RequestToken", request.RequestToken)),
            () => inner.GetResourceRequestStatusAsync(request, cancellationToken),
            response => Event(response.ProgressEvent));

    public Task<CancelResourceRequestResponse> CancelResourceRequestAsync(
        CancelResourceRequestRequest request, CancellationToken cancellationToken = default) =>
        SeeAsync(
            "CancelResourceRequest",
            RedactedBody.Render(("RequestToken", request.RequestToken)),
            () => inner.CancelResourceRequestAsync(request, cancellationToken),
            response => Event(response.ProgressEvent));

    public Task<ListResourceRequestsResponse> ListResourceRequestsAsync(
        ListResourceRequestsRequest request, CancellationToken cancellationToken = default) =>
        SeeAsync(
            "ListResourceRequests",
            RedactedBody.Render(("NextToken", request.NextToken)),
            () => inner.ListResourceRequestsAsync(request, cancellationToken),
            response => RedactedBody.Render(
                ("ResourceRequestStatusSummaries", $"{response.ResourceRequestStatusSummaries?.Count ?? 0} items"), ("NextToken", response.NextToken)));

    public AmazonEndpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) => inner.DetermineServiceOperationEndpoint(request);

    /// <summary>Does nothing: the client is shared and outlives its observers.</summary>
    public void Dispose()
    {
    }

    private static string Write(string? type, string? identifier, string? clientToken, string? roleArn, params (string, object?)[] more) =>
        RedactedBody.Render([("TypeName", type), ("Identifier", identifier), ("ClientToken", clientToken), ("RoleArn", roleArn), .. more]);

    private static string Event(ProgressEvent? progress) => progress is null
        ? RedactedBody.Render()
        : RedactedBody.Render(
            ("Operation", progress.Operation?.Value),
            ("OperationStatus", progress.OperationStatus?.Value),
            ("Identifier", progress.Identifier),
            ("RequestToken", progress.RequestToken),
            ("EventTime", progress.EventTime),
            ("RetryAfter", progress.RetryAfter),
            ("ErrorCode", progress.ErrorCode?.Value),
            ("StatusMessage", progress.StatusMessage),
            ("ResourceModel", RedactedBody.Document(progress.ResourceModel)));

    private async Task<TResponse> SeeAsync<TResponse>(string operation, string request, Func<Task<TResponse>> call, Func<TResponse, string> render)
    {
        observer.BodySeen(operation, isRequest: true, request);
        var response = await call().ConfigureAwait(false);
        observer.BodySeen(operation, isRequest: false, render(response));
        return response;
    }
}
