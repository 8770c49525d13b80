using Amazon.CloudControlApi.Internal;
using Amazon.CloudControlApi.Model;
using Amazon.CloudControlApi.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudControlApi;

/// <summary>
/// The client of AWS Cloud Control API. It is safe to use from many threads at once; make one per Region and
/// credentials, and keep it.
/// </summary>
public partial class AmazonCloudControlApiClient : AmazonServiceClient, IAmazonCloudControlApi
{
    private static readonly AmazonCloudControlApiMetadata Metadata = new();
    private ICloudControlApiPaginatorFactory _paginators;

    /// <summary>Makes a client with credentials and Region of the SDK's default chains.</summary>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient()
        : base(new AmazonCloudControlApiConfig())
    {
    }

    /// <summary>Makes a client with credentials of the SDK's default chain.</summary>
    /// <param name="region">The Region to call.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(RegionEndpoint region)
        : base(new AmazonCloudControlApiConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with credentials of the SDK's default chain, or of the settings.</summary>
    /// <param name="config">The client's settings; the client keeps a copy of its own.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(AmazonCloudControlApiConfig config)
        : base(config)
    {
    }

    /// <summary>Makes a client with a Region of the SDK's default chain.</summary>
    /// <param name="credentials">The credentials to sign with.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(AWSCredentials credentials)
        : this(credentials, new AmazonCloudControlApiConfig())
    {
    }

    /// <summary>Makes a client with credentials and a Region.</summary>
    /// <param name="credentials">The credentials to sign with.</param>
    /// <param name="region">The Region to call.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudControlApiConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with credentials and settings.</summary>
    /// <param name="credentials">The credentials to sign with.</param>
    /// <param name="clientConfig">The client's settings; the client keeps a copy of its own.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(AWSCredentials credentials, AmazonCloudControlApiConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Makes a client with an access key and a Region of the SDK's default chain.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudControlApiConfig())
    {
    }

    /// <summary>Makes a client with an access key and a Region.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="region">The Region to call.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudControlApiConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with an access key and settings.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="clientConfig">The client's settings; the client keeps a copy of its own.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        AmazonCloudControlApiConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Makes a client with temporary keys and a Region of the SDK's default chain.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="awsSessionToken">The session token of temporary credentials.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudControlApiConfig())
    {
    }

    /// <summary>Makes a client with temporary keys and a Region.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="awsSessionToken">The session token of temporary credentials.</param>
    /// <param name="region">The Region to call.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudControlApiConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with temporary keys and settings.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="awsSessionToken">The session token of temporary credentials.</param>
    /// <param name="clientConfig">The client's settings; the client keeps a copy of its own.</param>
    /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
    public AmazonCloudControlApiClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonCloudControlApiConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    public ICloudControlApiPaginatorFactory Paginators => _paginators ??= new CloudControlApiPaginatorFactory(this);

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<CancelResourceRequestResponse> CancelResourceRequestAsync(
        CancelResourceRequestRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CancelResourceRequestResponse>(
            request,
            Options(CancelResourceRequestRequestMarshaller.Instance, CancelResourceRequestResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateResourceResponse> CreateResourceAsync(
        CreateResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateResourceResponse>(
            request,
            Options(CreateResourceRequestMarshaller.Instance, CreateResourceResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteResourceResponse> DeleteResourceAsync(
        DeleteResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteResourceResponse>(
            request,
            Options(DeleteResourceRequestMarshaller.Instance, DeleteResourceResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetResourceResponse> GetResourceAsync(
        GetResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetResourceResponse>(
            request,
            Options(GetResourceRequestMarshaller.Instance, GetResourceResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetResourceRequestStatusResponse> GetResourceRequestStatusAsync(
        GetResourceRequestStatusRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetResourceRequestStatusResponse>(
            request,
            Options(GetResourceRequestStatusRequestMarshaller.Instance, GetResourceRequestStatusResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListResourceRequestsResponse> ListResourceRequestsAsync(
        ListResourceRequestsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListResourceRequestsResponse>(
            request,
            Options(ListResourceRequestsRequestMarshaller.Instance, ListResourceRequestsResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListResourcesResponse> ListResourcesAsync(
        ListResourcesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListResourcesResponse>(
            request,
            Options(ListResourcesRequestMarshaller.Instance, ListResourcesResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateResourceResponse> UpdateResourceAsync(
        UpdateResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateResourceResponse>(
            request,
            Options(UpdateResourceRequestMarshaller.Instance, UpdateResourceResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <summary>Puts the choice of the signature and of the endpoint behind the marshaller.</summary>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonCloudControlApiEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AmazonCloudControlApiAuthSchemeHandler());
    }

    private static InvokeOptions Options(
        IMarshaller<IRequest, AmazonWebServiceRequest> marshaller, ResponseUnmarshaller unmarshaller) =>
        new() { RequestMarshaller = marshaller, ResponseUnmarshaller = unmarshaller };
}
