using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util;

namespace AwsccConnect.CloudControl.Protocol;

/// <summary>Which endpoint a request goes to. The partitions' DNS suffixes and abilities come from the SDK's table.</summary>
internal static class EndpointRules
{
    public const string Region = "Region";
    public const string UseDualStack = "UseDualStack";
    public const string UseFips = "UseFIPS";
    public const string Endpoint = "Endpoint";

    private const string GovCloud = "aws-us-gov";

    /// <summary>Takes the parameters from the client's settings and the request.</summary>
    /// <param name="parameters">What is filled.</param>
    /// <param name="context">The request.</param>
    /// <param name="environmentEndpoint">The endpoint of the environment that the SDK has not found, or null.</param>
    public static T Fill<T>(T parameters, IRequestContext context, string environmentEndpoint)
        where T : EndpointParameters
    {
        var config = context.ClientConfig;
        var endpoint = string.IsNullOrEmpty(config.ServiceURL) ? null : config.ServiceURL;
        if (endpoint is null && !config.IgnoreConfiguredEndpointUrls)
        {
            endpoint = environmentEndpoint;
        }

        // The signature needs a Region also where only a URL is given. Finding it in the URL and the environment costs more than all else
        // of a call, and the signature takes the client's own first.
        var region = (context.Request.AlternateEndpoint ?? config.RegionEndpoint)?.SystemName;
        if (region is null && endpoint is not null)
        {
            region = string.IsNullOrEmpty(config.AuthenticationRegion)
                ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(endpoint)).SystemName
                : config.AuthenticationRegion;
        }

        parameters[Region] = region;
        parameters[UseDualStack] = config.UseDualstackEndpoint;
        parameters[UseFips] = config.UseFIPSEndpoint;
        parameters[Endpoint] = endpoint;
        return parameters;
    }

    /// <summary>Works out the endpoint.</summary>
    /// <exception cref="AmazonClientException">
    /// The parameters contradict each other, require what the partition does not have, or have no Region.
    /// </exception>
    public static Endpoint Resolve(EndpointParameters parameters, string prefix, string fipsPrefixInGovCloud)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var fips = Flag(parameters, UseFips);
        var dualStack = Flag(parameters, UseDualStack);
        if (parameters[Endpoint] is string { Length: > 0 } custom)
        {
            return fips ? throw Invalid("FIPS and custom endpoint are not supported")
                : dualStack ? throw Invalid("Dualstack and custom endpoint are not supported")
                : new Endpoint(custom);
        }

        if (parameters[Region] is not string region)
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

        var host = !fips ? prefix
            : !dualStack && fipsPrefixInGovCloud is not null && partition.name == GovCloud ? fipsPrefixInGovCloud
            : prefix + "-fips";
        var suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{host}.{region}.{suffix}");
    }

    private static bool Flag(EndpointParameters parameters, string name) =>
        parameters[name] as bool?
            ?? throw new AmazonClientException($"{name} parameter must be set for endpoint resolution");

    private static AmazonClientException Invalid(string reason) => new("Invalid Configuration: " + reason);
}
