using Amazon.CloudControlApi.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.CloudControlApi.Internal;

/// <summary>The pipeline's step that gives each request its endpoint.</summary>
public class AmazonCloudControlApiEndpointResolver : BaseEndpointResolver
{
    /// <summary>Cloud Control has nothing to add to the endpoint that the rules give.</summary>
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
    {
    }

    /// <summary>Takes the rules' parameters from the client's settings and the request.</summary>
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        ArgumentNullException.ThrowIfNull(requestContext);
        var config = requestContext.ClientConfig;
        var endpoint = config.ServiceURL;
        var region = requestContext.Request.AlternateEndpoint ?? config.RegionEndpoint;

        // The signature needs a Region also where only a URL is given.
        if (region is null && endpoint is not null)
        {
            region = RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(endpoint));
        }

        return new CloudControlApiEndpointParameters
        {
            Region = region?.SystemName,
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
            Endpoint = endpoint,
        };
    }
}
