using System.Collections.Concurrent;
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
    private static readonly ConcurrentDictionary<ClientKey, IAmazonCloudControlApi> Clients = new();

    /// <summary>The client for a Region.</summary>
    /// <param name="settings">What the user said about credentials and endpoint.</param>
    /// <param name="region">System name of the Region.</param>
    /// <returns>A client that is shared and must not be disposed.</returns>
    /// <exception cref="ConnectOperationException">No credentials, or an endpoint that keys must not be sent to.</exception>
    public static IAmazonCloudControlApi Get(ConnectionSettings settings, string region)
    {
        var endpoint = EndpointOf(settings);
        if (IsRefreshing(settings))
        {
            // A default chain or profile may name other credentials by now; the SDK caches what is costly.
            return Create(CredentialResolver.Resolve(settings), region, endpoint);
        }

        var key = new ClientKey(
            settings.AccessKey ?? SessionDefaults.Current?.AccessKey,
            settings.SecretKey ?? SessionDefaults.Current?.SecretKey,
            settings.SessionToken,
            region,
            endpoint);
        return Clients.GetOrAdd(key, _ => Create(CredentialResolver.Resolve(settings), region, endpoint));
    }

    private static bool IsRefreshing(ConnectionSettings settings) =>
        settings.AccessKey is null
        && (settings.Credential is not null || settings.ProfileName is not null || SessionDefaults.Current is null);

    private static string? EndpointOf(ConnectionSettings settings)
    {
        var endpoint = settings.EndpointUrl ?? SessionDefaults.Current?.EndpointUrl;
        if (endpoint is null)
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidEndpoint,
                $"-EndpointUrl '{endpoint}' is not an http or https URL.",
                "Give a URL such as https://cloudcontrolapi.eu-west-2.amazonaws.com.") { EndsCommand = true };
        }

        RefusePlainHttp(url, $"-EndpointUrl '{endpoint}'");
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
            Timeout = TimeSpan.FromSeconds(60),
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
            // AWS_ENDPOINT_URL and the configuration files may name another endpoint than the Region's.
            var resolved = client.DetermineServiceOperationEndpoint(new GetResourceRequest()).URL;
            if (Uri.TryCreate(resolved, UriKind.Absolute, out var url))
            {
                RefusePlainHttp(url, $"The endpoint '{resolved}' of the environment or the AWS configuration files");
            }
        }

        UserAgentSuffix.Attach(client);
        return client;
    }
}
