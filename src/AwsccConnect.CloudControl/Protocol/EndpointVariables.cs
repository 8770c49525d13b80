using Amazon.Runtime;

namespace AwsccConnect.CloudControl.Protocol;

/// <summary>The variables <c>AWS_ENDPOINT_URL_SERVICE</c> and <c>AWS_ENDPOINT_URL</c> where they are set but empty.</summary>
internal static class EndpointVariables
{
    private const string General = "AWS_ENDPOINT_URL";

    /// <summary>
    /// Makes an empty variable count as absent. The SDK takes it for an endpoint and forgets the Region; it reads the variables
    /// once, so that it is made to read them here, before there is a Region.
    /// </summary>
    /// <returns>The general endpoint behind a service's own variable that is empty; null where the SDK finds the endpoint.</returns>
    public static string IgnoreEmpty(ClientConfig config, string serviceId)
    {
        var own = Environment.GetEnvironmentVariable($"{General}_{serviceId.ToUpperInvariant()}");
        var general = Environment.GetEnvironmentVariable(General);
        if ((own ?? general) is not "" || config.ServiceURL is not "")
        {
            return null;
        }

        config.RegionEndpoint = null;
        return string.IsNullOrEmpty(general) ? null : general;
    }
}
