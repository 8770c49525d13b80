using System.Reflection;
using Amazon.CloudControlApi.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.CloudControlApi;

/// <summary>The settings of an <see cref="AmazonCloudControlApiClient"/>.</summary>
/// <remarks>
/// What is not set here comes from the environment and the shared config file, as in every AWS SDK:
/// <c>AWS_ENDPOINT_URL_CLOUDCONTROL</c>, <c>AWS_ENDPOINT_URL</c>, <c>AWS_REGION</c>, <c>AWS_USE_FIPS_ENDPOINT</c>,
/// <c>AWS_USE_DUALSTACK_ENDPOINT</c>, <c>AWS_MAX_ATTEMPTS</c>, <c>AWS_RETRY_MODE</c>. See the
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">AWS SDKs and Tools settings
/// reference</see>.
/// </remarks>
public partial class AmazonCloudControlApiConfig : ClientConfig
{
    private const string Id = "CloudControl";

    private static readonly string AgentString =
        InternalSDKUtils.BuildUserAgentString(Id, FileVersion(typeof(AmazonCloudControlApiConfig).Assembly));

    /// <summary>Makes settings with the SDK's defaults.</summary>
    public AmazonCloudControlApiConfig()
        : base(new DefaultConfigurationProvider(AmazonCloudControlApiDefaultConfiguration.GetAllConfigurations()))
    {
        // The endpoint variables and the shared config file's service sections are found by the service's id.
        base.ServiceId = Id;
        AuthenticationServiceName = "cloudcontrolapi";
        EndpointProvider = new AmazonCloudControlApiEndpointProvider();
    }

    /// <summary>The service's id in endpoint variables and the shared config file.</summary>
    public static new string ServiceId => Id;

    /// <summary>The service's name in the SDK's table of Regions and endpoints.</summary>
    public override string RegionEndpointServiceName => "cloudcontrolapi";

    /// <summary>The version of the service's API.</summary>
    public override string ServiceVersion => "2021-09-30";

    /// <summary>What the client calls itself in requests.</summary>
    public override string UserAgent => AgentString;

    /// <summary>The endpoint that a request would go to with these settings.</summary>
    /// <exception cref="AmazonClientException">The settings contradict each other, or have no Region.</exception>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = new DefaultRequest(parameters.Request, Id) { AlternateEndpoint = parameters.AlternateEndpoint };
        var context = new RequestContext(enableMetric: false)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = request,
        };
        return new AmazonCloudControlApiEndpointResolver().GetEndpoint(new Runtime.Internal.ExecutionContext(context, null));
    }

    private static string FileVersion(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version;
}
