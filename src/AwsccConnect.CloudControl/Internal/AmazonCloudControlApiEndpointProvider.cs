using Amazon.CloudControlApi.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.CloudControlApi.Internal;

/// <summary>Works out the endpoint from Region, FIPS and dual-stack, or takes the custom one.</summary>
/// <remarks>
/// The partition's DNS suffixes and abilities come from the SDK's partition table. See
/// <see href="https://docs.aws.amazon.com/general/latest/gr/ccapi.html">AWS Cloud Control API endpoints and
/// quotas</see>.
/// </remarks>
public class AmazonCloudControlApiEndpointProvider : IEndpointProvider
{
    private const string Service = "cloudcontrolapi";

    /// <summary>Works out the endpoint.</summary>
    /// <exception cref="ArgumentNullException">There are no parameters.</exception>
    /// <exception cref="AmazonClientException">
    /// The parameters contradict each other, ask for what the partition does not have, or have no Region.
    /// </exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var fips = Flag(parameters, nameof(CloudControlApiEndpointParameters.UseFIPS));
        var dualStack = Flag(parameters, nameof(CloudControlApiEndpointParameters.UseDualStack));

        if (parameters[nameof(CloudControlApiEndpointParameters.Endpoint)] is string custom)
        {
            return fips ? throw Invalid("FIPS and custom endpoint are not supported")
                : dualStack ? throw Invalid("Dualstack and custom endpoint are not supported")
                : new Endpoint(custom);
        }

        if (parameters[nameof(CloudControlApiEndpointParameters.Region)] is not string region)
        {
            throw Invalid("Missing Region");
        }

        var partition = Fn.Partition(region) ?? throw new AmazonClientException("Cannot resolve endpoint");
        if (fips && dualStack && !(partition.supportsFIPS && partition.supportsDualStack))
        {
            throw new AmazonClientException(
                "FIPS and DualStack are enabled, but this partition does not support one or both");
        }

        if (fips && !partition.supportsFIPS)
        {
            throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS");
        }

        if (dualStack && !partition.supportsDualStack)
        {
            throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack");
        }

        var host = fips ? Service + "-fips" : Service;
        var suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{host}.{region}.{suffix}");
    }

    private static bool Flag(EndpointParameters parameters, string name) =>
        parameters[name] as bool?
            ?? throw new AmazonClientException($"{name} parameter must be set for endpoint resolution");

    private static AmazonClientException Invalid(string reason) => new("Invalid Configuration: " + reason);
}
