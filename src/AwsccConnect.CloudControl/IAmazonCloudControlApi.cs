using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace Amazon.CloudControlApi;

/// <summary>
/// AWS Cloud Control API: one set of operations to create, read, update, delete and list resources of any type
/// that has the handlers for it.
/// </summary>
/// <remarks>
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
    /// <exception cref="ConcurrentModificationException">The resource request is being changed by another call at this moment. A server fault: try again.</exception>
    /// <exception cref="RequestTokenNotFoundException">There is no resource request with this token; Cloud Control keeps them for seven days.</exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<CancelResourceRequestResponse> CancelResourceRequestAsync(CancelResourceRequestRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for a new resource. The work is done afterwards: follow it with the token of the answer.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The request as accepted; its token follows it.</returns>
    /// <exception cref="AlreadyExistsException">A resource with this identifier, or with another property that has to be unique, exists.</exception>
    /// <exception cref="ClientTokenConflictException">The client token was used before, for a request that is not the same as this one. Use a new token.</exception>
    /// <exception cref="ConcurrentOperationException">Another operation on the same resource is under way. Wait until it has ended, then try again.</exception>
    /// <exception cref="GeneralServiceException">The resource's own service answered with an error that has no more exact class here.</exception>
    /// <exception cref="HandlerFailureException">The resource type's handler failed without saying more; a time-out counts as such. A server fault.</exception>
    /// <exception cref="HandlerInternalFailureException">The resource type's handler had an internal error. A server fault.</exception>
    /// <exception cref="InvalidCredentialsException">The handler was given credentials that the resource's service does not accept, or none.</exception>
    /// <exception cref="InvalidRequestException">The request, or the resource's properties in it, are not valid.</exception>
    /// <exception cref="NetworkFailureException">The handler lost the connection to the resource's service. A server fault.</exception>
    /// <exception cref="NotStabilizedException">The resource did not reach a stable state within the handler's time; it may exist all the same.</exception>
    /// <exception cref="NotUpdatableException">One of the properties to change can only be set on creation.</exception>
    /// <exception cref="PrivateTypeException">The private resource type can't be used: it is not activated or not visible to this account.</exception>
    /// <exception cref="ResourceConflictException">The resource is, for now, not in a state that allows the operation, for example because something depends on it.</exception>
    /// <exception cref="ResourceNotFoundException">There is no resource with this identifier.</exception>
    /// <exception cref="ServiceInternalErrorException">The resource's service had an internal error. A server fault.</exception>
    /// <exception cref="ServiceLimitExceededException">The operation would exceed one of the account's quotas.</exception>
    /// <exception cref="ThrottlingException">Too many requests in too short a time.</exception>
    /// <exception cref="TypeNotFoundException">The registry has no such resource type in this Region for this account.</exception>
    /// <exception cref="UnsupportedActionException">The resource type has no handler for this action.</exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<CreateResourceResponse> CreateResourceAsync(CreateResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for the removal of a resource. The work is done afterwards: follow it with the token of the answer.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The request as accepted; its token follows it.</returns>
    /// <exception cref="AlreadyExistsException">A resource with this identifier, or with another property that has to be unique, exists.</exception>
    /// <exception cref="ClientTokenConflictException">The client token was used before, for a request that is not the same as this one. Use a new token.</exception>
    /// <exception cref="ConcurrentOperationException">Another operation on the same resource is under way. Wait until it has ended, then try again.</exception>
    /// <exception cref="GeneralServiceException">The resource's own service answered with an error that has no more exact class here.</exception>
    /// <exception cref="HandlerFailureException">The resource type's handler failed without saying more; a time-out counts as such. A server fault.</exception>
    /// <exception cref="HandlerInternalFailureException">The resource type's handler had an internal error. A server fault.</exception>
    /// <exception cref="InvalidCredentialsException">The handler was given credentials that the resource's service does not accept, or none.</exception>
    /// <exception cref="InvalidRequestException">The request, or the resource's properties in it, are not valid.</exception>
    /// <exception cref="NetworkFailureException">The handler lost the connection to the resource's service. A server fault.</exception>
    /// <exception cref="NotStabilizedException">The resource did not reach a stable state within the handler's time; it may exist all the same.</exception>
    /// <exception cref="NotUpdatableException">One of the properties to change can only be set on creation.</exception>
    /// <exception cref="PrivateTypeException">The private resource type can't be used: it is not activated or not visible to this account.</exception>
    /// <exception cref="ResourceConflictException">The resource is, for now, not in a state that allows the operation, for example because something depends on it.</exception>
    /// <exception cref="ResourceNotFoundException">There is no resource with this identifier.</exception>
    /// <exception cref="ServiceInternalErrorException">The resource's service had an internal error. A server fault.</exception>
    /// <exception cref="ServiceLimitExceededException">The operation would exceed one of the account's quotas.</exception>
    /// <exception cref="ThrottlingException">Too many requests in too short a time.</exception>
    /// <exception cref="TypeNotFoundException">The registry has no such resource type in this Region for this account.</exception>
    /// <exception cref="UnsupportedActionException">The resource type has no handler for this action.</exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<DeleteResourceResponse> DeleteResourceAsync(DeleteResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads the present state of one resource.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="AlreadyExistsException">A resource with this identifier, or with another property that has to be unique, exists.</exception>
    /// <exception cref="GeneralServiceException">The resource's own service answered with an error that has no more exact class here.</exception>
    /// <exception cref="HandlerFailureException">The resource type's handler failed without saying more; a time-out counts as such. A server fault.</exception>
    /// <exception cref="HandlerInternalFailureException">The resource type's handler had an internal error. A server fault.</exception>
    /// <exception cref="InvalidCredentialsException">The handler was given credentials that the resource's service does not accept, or none.</exception>
    /// <exception cref="InvalidRequestException">The request, or the resource's properties in it, are not valid.</exception>
    /// <exception cref="NetworkFailureException">The handler lost the connection to the resource's service. A server fault.</exception>
    /// <exception cref="NotStabilizedException">The resource did not reach a stable state within the handler's time; it may exist all the same.</exception>
    /// <exception cref="NotUpdatableException">One of the properties to change can only be set on creation.</exception>
    /// <exception cref="PrivateTypeException">The private resource type can't be used: it is not activated or not visible to this account.</exception>
    /// <exception cref="ResourceConflictException">The resource is, for now, not in a state that allows the operation, for example because something depends on it.</exception>
    /// <exception cref="ResourceNotFoundException">There is no resource with this identifier.</exception>
    /// <exception cref="ServiceInternalErrorException">The resource's service had an internal error. A server fault.</exception>
    /// <exception cref="ServiceLimitExceededException">The operation would exceed one of the account's quotas.</exception>
    /// <exception cref="ThrottlingException">Too many requests in too short a time.</exception>
    /// <exception cref="TypeNotFoundException">The registry has no such resource type in this Region for this account.</exception>
    /// <exception cref="UnsupportedActionException">The resource type has no handler for this action.</exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<GetResourceResponse> GetResourceAsync(GetResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks how far a resource request is.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The request as it stands.</returns>
    /// <exception cref="RequestTokenNotFoundException">There is no resource request with this token; Cloud Control keeps them for seven days.</exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<GetResourceRequestStatusResponse> GetResourceRequestStatusAsync(GetResourceRequestStatusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the account's resource requests of the last seven days in the Region.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>One page of resource requests.</returns>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<ListResourceRequestsResponse> ListResourceRequestsAsync(ListResourceRequestsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the resources of a type, whether Cloud Control made them or not.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>One page of resources.</returns>
    /// <exception cref="AlreadyExistsException">A resource with this identifier, or with another property that has to be unique, exists.</exception>
    /// <exception cref="GeneralServiceException">The resource's own service answered with an error that has no more exact class here.</exception>
    /// <exception cref="HandlerFailureException">The resource type's handler failed without saying more; a time-out counts as such. A server fault.</exception>
    /// <exception cref="HandlerInternalFailureException">The resource type's handler had an internal error. A server fault.</exception>
    /// <exception cref="InvalidCredentialsException">The handler was given credentials that the resource's service does not accept, or none.</exception>
    /// <exception cref="InvalidRequestException">The request, or the resource's properties in it, are not valid.</exception>
    /// <exception cref="NetworkFailureException">The handler lost the connection to the resource's service. A server fault.</exception>
    /// <exception cref="NotStabilizedException">The resource did not reach a stable state within the handler's time; it may exist all the same.</exception>
    /// <exception cref="NotUpdatableException">One of the properties to change can only be set on creation.</exception>
    /// <exception cref="PrivateTypeException">The private resource type can't be used: it is not activated or not visible to this account.</exception>
    /// <exception cref="ResourceConflictException">The resource is, for now, not in a state that allows the operation, for example because something depends on it.</exception>
    /// <exception cref="ResourceNotFoundException">There is no resource with this identifier.</exception>
    /// <exception cref="ServiceInternalErrorException">The resource's service had an internal error. A server fault.</exception>
    /// <exception cref="ServiceLimitExceededException">The operation would exceed one of the account's quotas.</exception>
    /// <exception cref="ThrottlingException">Too many requests in too short a time.</exception>
    /// <exception cref="TypeNotFoundException">The registry has no such resource type in this Region for this account.</exception>
    /// <exception cref="UnsupportedActionException">The resource type has no handler for this action.</exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<ListResourcesResponse> ListResourcesAsync(ListResourcesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for changes to a resource. The work is done afterwards: follow it with the token of the answer.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for the answer.</param>
    /// <returns>The request as accepted; its token follows it.</returns>
    /// <exception cref="AlreadyExistsException">A resource with this identifier, or with another property that has to be unique, exists.</exception>
    /// <exception cref="ClientTokenConflictException">The client token was used before, for a request that is not the same as this one. Use a new token.</exception>
    /// <exception cref="ConcurrentOperationException">Another operation on the same resource is under way. Wait until it has ended, then try again.</exception>
    /// <exception cref="GeneralServiceException">The resource's own service answered with an error that has no more exact class here.</exception>
    /// <exception cref="HandlerFailureException">The resource type's handler failed without saying more; a time-out counts as such. A server fault.</exception>
    /// <exception cref="HandlerInternalFailureException">The resource type's handler had an internal error. A server fault.</exception>
    /// <exception cref="InvalidCredentialsException">The handler was given credentials that the resource's service does not accept, or none.</exception>
    /// <exception cref="InvalidRequestException">The request, or the resource's properties in it, are not valid.</exception>
    /// <exception cref="NetworkFailureException">The handler lost the connection to the resource's service. A server fault.</exception>
    /// <exception cref="NotStabilizedException">The resource did not reach a stable state within the handler's time; it may exist all the same.</exception>
    /// <exception cref="NotUpdatableException">One of the properties to change can only be set on creation.</exception>
    /// <exception cref="PrivateTypeException">The private resource type can't be used: it is not activated or not visible to this account.</exception>
    /// <exception cref="ResourceConflictException">The resource is, for now, not in a state that allows the operation, for example because something depends on it.</exception>
    /// <exception cref="ResourceNotFoundException">There is no resource with this identifier.</exception>
    /// <exception cref="ServiceInternalErrorException">The resource's service had an internal error. A server fault.</exception>
    /// <exception cref="ServiceLimitExceededException">The operation would exceed one of the account's quotas.</exception>
    /// <exception cref="ThrottlingException">Too many requests in too short a time.</exception>
    /// <exception cref="TypeNotFoundException">The registry has no such resource type in this Region for this account.</exception>
    /// <exception cref="UnsupportedActionException">The resource type has no handler for this action.</exception>
    /// <exception cref="AmazonCloudControlApiException">Any other error that Cloud Control answers with.</exception>
    Task<UpdateResourceResponse> UpdateResourceAsync(UpdateResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="AmazonClientException">The client's settings contradict each other.</exception>
    Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

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
