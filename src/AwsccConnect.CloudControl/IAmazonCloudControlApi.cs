using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CloudControlApi;

/// <summary>
/// AWS Cloud Control API: one set of operations to create, read, update, delete and list resources of any type
/// that has the handlers for it.
/// </summary>
/// <remarks>
/// <para>
/// The operations on resources can answer with any error of the resource type's handler, each with its own class:
/// <see cref="AlreadyExistsException"/>, <see cref="GeneralServiceException"/>, <see cref="HandlerFailureException"/>,
/// <see cref="HandlerInternalFailureException"/>, <see cref="InvalidCredentialsException"/>,
/// <see cref="InvalidRequestException"/>, <see cref="NetworkFailureException"/>, <see cref="NotStabilizedException"/>,
/// <see cref="NotUpdatableException"/>, <see cref="PrivateTypeException"/>, <see cref="ResourceConflictException"/>,
/// <see cref="ResourceNotFoundException"/>, <see cref="ServiceInternalErrorException"/>,
/// <see cref="ServiceLimitExceededException"/>, <see cref="ThrottlingException"/>, <see cref="TypeNotFoundException"/>,
/// <see cref="UnsupportedActionException"/>. The operations on resource requests have no such list: throttling, for
/// one, comes from them as an <see cref="AmazonCloudControlApiException"/> with its error code.
/// </para>
/// <para>
/// No answer: <see cref="TimeoutException"/>, <see cref="HttpRequestException"/> (no connection). An answer that can't
/// be read: <see cref="AmazonUnmarshallingException"/>.
/// </para>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/Welcome.html">AWS Cloud Control API Reference</see>.
/// </remarks>
public interface IAmazonCloudControlApi : IAmazonService, IDisposable
{
    /// <summary>Walks the pages of the list operations.</summary>
    ICloudControlApiPaginatorFactory Paginators { get; }

    /// <summary>
    /// Cancels a resource request. Only one that is pending or in progress can be cancelled, and what its
    /// handler has done so far stays.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The request as it stands.</returns>
    /// <exception cref="ConcurrentModificationException">
    /// The resource request is being changed by another call at this moment. A server fault: try again.
    /// </exception>
    /// <exception cref="RequestTokenNotFoundException">
    /// There is no resource request with this token; Cloud Control keeps them for seven days.
    /// </exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<CancelResourceRequestResponse> CancelResourceRequestAsync(
        CancelResourceRequestRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for a new resource. The work is done afterwards: follow it with the token of the answer.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The request as accepted; its token follows it.</returns>
    /// <exception cref="ClientTokenConflictException">
    /// The client token was used before, for a request that is not the same as this one. Use a new token.
    /// </exception>
    /// <exception cref="ConcurrentOperationException">
    /// Another operation on the same resource is under way. Wait until it has ended, then try again.
    /// </exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<CreateResourceResponse> CreateResourceAsync(
        CreateResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for the removal of a resource. The work is done afterwards: follow it with the token of the answer.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The request as accepted; its token follows it.</returns>
    /// <exception cref="ClientTokenConflictException">
    /// The client token was used before, for a request that is not the same as this one. Use a new token.
    /// </exception>
    /// <exception cref="ConcurrentOperationException">
    /// Another operation on the same resource is under way. Wait until it has ended, then try again.
    /// </exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<DeleteResourceResponse> DeleteResourceAsync(
        DeleteResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads the present state of one resource.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ResourceNotFoundException">There is no resource with this identifier.</exception>
    /// <exception cref="TypeNotFoundException">
    /// The registry has no such resource type in this Region for this account.
    /// </exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<GetResourceResponse> GetResourceAsync(
        GetResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks how far a resource request is.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The request as it stands.</returns>
    /// <exception cref="RequestTokenNotFoundException">
    /// There is no resource request with this token; Cloud Control keeps them for seven days.
    /// </exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<GetResourceRequestStatusResponse> GetResourceRequestStatusAsync(
        GetResourceRequestStatusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the account's resource requests of the last seven days in the Region.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>One page of resource requests.</returns>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<ListResourceRequestsResponse> ListResourceRequestsAsync(
        ListResourceRequestsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the resources of a type, whether Cloud Control made them or not.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>One page of resources.</returns>
    /// <exception cref="ResourceNotFoundException">There is no resource with this identifier.</exception>
    /// <exception cref="TypeNotFoundException">
    /// The registry has no such resource type in this Region for this account.
    /// </exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<ListResourcesResponse> ListResourcesAsync(
        ListResourcesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for changes to a resource. The work is done afterwards: follow it with the token of the answer.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The request as accepted; its token follows it.</returns>
    /// <exception cref="ClientTokenConflictException">
    /// The client token was used before, for a request that is not the same as this one. Use a new token.
    /// </exception>
    /// <exception cref="ConcurrentOperationException">
    /// Another operation on the same resource is under way. Wait until it has ended, then try again.
    /// </exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<UpdateResourceResponse> UpdateResourceAsync(
        UpdateResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="AmazonClientException">The client's settings contradict each other.</exception>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudControlApiConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = clientConfig as AmazonCloudControlApiConfig
            ?? throw new AmazonClientException(
                "A Cloud Control client needs an AmazonCloudControlApiConfig as its configuration.");
        return awsCredentials is null
            ? new AmazonCloudControlApiClient(config)
            : new AmazonCloudControlApiClient(awsCredentials, config);
    }
}
