using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amazon;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Connect;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace AwsccConnect.Session;

/// <summary>
/// Makes clients of Cloud Control and Amazon Connect and keeps them: connections are reused by all commands of the session that
/// use the same credentials, Region and endpoint.
/// </summary>
internal static class ClientFactory
{
    /// <summary>What the SDK reads when a client is made.</summary>
    private static readonly string[] Variables =
    [
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT", "AWS_PROFILE",
    ];

    /// <summary>The variable that, with the value <c>false</c>, keeps the module from calling Amazon Connect itself.</summary>
    private const string ConnectSwitch = "AWSCCCONNECT_USE_CONNECT_API";

    private static readonly ConditionalWeakTable<IAmazonConnect, ConnectAccess> Accesses = [];

    private static readonly ConditionalWeakTable<AWSCredentials, ConcurrentDictionary<string, AmazonServiceClient>> Clients = [];

    /// <summary>
    /// The Cloud Control client for credentials and a Region. Throws where the environment names an endpoint that keys must not be sent to.
    /// </summary>
    public static IAmazonCloudControlApi Get(AWSCredentials credentials, string region, string? endpoint) =>
        Get<AmazonCloudControlApiClient, AmazonCloudControlApiConfig>(
            credentials, region, endpoint, static (keys, config) => new AmazonCloudControlApiClient(keys, config));

    /// <summary>
    /// Amazon Connect's own API for credentials and a Region. A requested endpoint serves both services; where Cloud Control has an endpoint
    /// of its own and Amazon Connect has none, nothing is sent to Amazon Connect.
    /// </summary>
    public static ConnectAccess GetConnect(AWSCredentials credentials, string region, ConnectionSettings settings)
    {
        if (bool.TryParse(DefaultCredentials.Variable(ConnectSwitch), out var isOn) && !isOn)
        {
            return ConnectAccess.None($"{ConnectSwitch} is false.");
        }

        var client = Get<AmazonConnectClient, AmazonConnectConfig>(
            credentials, region, EndpointOf(settings, EndpointVariables.Connect), static (keys, config) => new AmazonConnectClient(keys, config));
        return HasOwnEndpoint(Get(credentials, region, EndpointOf(settings)).Config) && !HasOwnEndpoint(client.Config)
            ? ConnectAccess.None("only Cloud Control has an endpoint of its own; AWS_ENDPOINT_URL_CONNECT names one of Amazon Connect.")
            : Accesses.GetValue(client, static made => new ConnectAccess(() => made));
    }

    /// <summary>
    /// The requested endpoint, or that of the environment; null for that of the configuration files or the Region's own. Throws for one that
    /// keys must not be sent to.
    /// </summary>
    public static string? EndpointOf(ConnectionSettings settings, string service = EndpointVariables.CloudControl)
    {
        var (source, endpoint) = settings.EndpointUrl is { } given ? ("-EndpointUrl", given) : EndpointVariables.Find(service);
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

    private static bool HasOwnEndpoint(IClientConfig config) => !string.IsNullOrEmpty(config.ServiceURL);

    private static void RefusePlainHttp(Uri url, string subject)
    {
        if (url.Scheme == "http" && !url.IsLoopback)
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidEndpoint,
                $"{subject} is plain http to another machine: passwords would cross the network in the clear.") { EndsCommand = true };
        }
    }

    private static TClient Get<TClient, TConfig>(
        AWSCredentials credentials, string region, string? endpoint, Func<AWSCredentials, TConfig, TClient> create)
        where TClient : AmazonServiceClient
        where TConfig : ClientConfig, new()
    {
        var key = string.Join(
            '\n', Variables.Select(Environment.GetEnvironmentVariable).Append(region).Append(endpoint).Append(typeof(TClient).Name));
        return (TClient)Clients.GetOrCreateValue(credentials).GetOrAdd(key, _ =>
        {
            var client = create(credentials, Configure(new TConfig(), region, endpoint));
            UserAgentSuffix.Attach(client);
            return client;
        });
    }

    private static TConfig Configure<TConfig>(TConfig config, string region, string? endpoint)
        where TConfig : ClientConfig
    {
        // One retry policy owns everything above a single HTTP attempt; it is in Core.
        config.MaxErrorRetry = 0;
        // These are retries, too: ten, without a pause, of every call whose connection breaks.
        config.MaxStaleConnectionRetries = 0;
        // Passwords and signatures are for this endpoint only: no redirects.
        config.AllowAutoRedirect = false;
        // What Amazon Connect cannot return is read from Cloud Control; a network that reaches only Cloud Control must not cost minutes.
        config.Timeout = TimeSpan.FromSeconds(config is AmazonConnectConfig ? 10 : 60);
        config.HttpClientFactory = new EndpointHttpClientFactory();
        // With an endpoint from the environment the SDK would sign for another Region.
        config.AuthenticationRegion = region;
        if (endpoint is not null)
        {
            config.ServiceURL = endpoint;
            return config;
        }

        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);

        // AWS_ENDPOINT_URL and the configuration files may name another endpoint than the Region's.
        var resolved = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new GetResourceRequest())).URL;
        if (Uri.TryCreate(resolved, UriKind.Absolute, out var url))
        {
            RefusePlainHttp(url, $"The endpoint '{resolved}' of the environment or the AWS configuration files");
        }

        return config;
    }
}
