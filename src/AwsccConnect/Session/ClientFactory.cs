using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amazon;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using AwsccConnect.Core.Operations;

namespace AwsccConnect.Session;

/// <summary>
/// Makes Cloud Control clients and keeps them: connections are reused by all commands of the session that use the same
/// credentials, Region and endpoint.
/// </summary>
internal static class ClientFactory
{
    /// <summary>What the SDK reads when a client is made.</summary>
    private static readonly string[] Variables =
    [
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT", "AWS_PROFILE",
    ];

    private static readonly ConditionalWeakTable<AWSCredentials, ConcurrentDictionary<string, IAmazonCloudControlApi>> Clients = [];

    /// <summary>The client for credentials and a Region.</summary>
    /// <exception cref="ConnectOperationException">The environment names an endpoint that keys must not be sent to.</exception>
    public static IAmazonCloudControlApi Get(AWSCredentials credentials, string region, string? endpoint)
    {
        var key = string.Join('\n', Variables.Select(Environment.GetEnvironmentVariable).Append(region).Append(endpoint));
        return Clients.GetOrCreateValue(credentials).GetOrAdd(key, _ => Create(credentials, region, endpoint));
    }

    /// <summary>The requested endpoint, or that of the environment; null for that of the configuration files or the Region's own.</summary>
    /// <exception cref="ConnectOperationException">An endpoint that keys must not be sent to.</exception>
    public static string? EndpointOf(ConnectionSettings settings)
    {
        var (source, endpoint) = settings.EndpointUrl is { } given ? ("-EndpointUrl", given) : EndpointVariables.Find();
        if (endpoint is null)
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidEndpoint,
                $"{source} '{endpoint}' is not an http or https URL.",
                "Give a URL such as https://cloudcontrolapi.eu-west-2.amazonaws.com.") { EndsCommand = true };
        }

        RefusePlainHttp(url, $"{source} '{endpoint}'");
        return url.GetLeftPart(UriPartial.Path);
    }

    private static void RefusePlainHttp(Uri url, string subject)
    {
        if (url.Scheme == "http" && !url.IsLoopback)
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidEndpoint,
                $"{subject} is plain http to another machine: passwords would cross the network in the clear.",
                "Use https; plain http is accepted for loopback addresses only.") { EndsCommand = true };
        }
    }

    private static AmazonCloudControlApiClient Create(AWSCredentials credentials, string region, string? endpoint)
    {
        var config = new AmazonCloudControlApiConfig
        {
            // One retry policy owns everything above a single HTTP attempt; it is in Core.
            MaxErrorRetry = 0,
            // These are retries, too: ten, without a pause, of every call whose connection breaks.
            MaxStaleConnectionRetries = 0,
            // Passwords and signatures are for this endpoint only: no redirects.
            AllowAutoRedirect = false,
            Timeout = TimeSpan.FromSeconds(60),
            HttpClientFactory = new EndpointHttpClientFactory(),
            // With an endpoint from the environment the SDK would sign for another Region.
            AuthenticationRegion = region,
        };
        if (endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = endpoint;
        }

        var client = new AmazonCloudControlApiClient(credentials, config);
        if (endpoint is null)
        {
            // The configuration files may name another endpoint than the Region's.
            var resolved = client.DetermineServiceOperationEndpoint(new GetResourceRequest()).URL;
            if (Uri.TryCreate(resolved, UriKind.Absolute, out var url))
            {
                RefusePlainHttp(url, $"The endpoint '{resolved}' of the AWS configuration files");
            }
        }

        UserAgentSuffix.Attach(client);
        return client;
    }
}
