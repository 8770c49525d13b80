using Amazon.Connect;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.Connect;

/// <summary>Clients that send each call once.</summary>
internal static class ConnectCalls
{
    public const string Instance = "11111111-2222-4333-8444-555555555555";

    public static AmazonConnectClient ClientOf(StubServer server) => ClientOf(server.Url);

    public static AmazonConnectClient ClientOf(string url) => new("AKIDEXAMPLE", "secret", new AmazonConnectConfig
    {
        ServiceURL = url,
        AuthenticationRegion = "eu-west-2",
        MaxErrorRetry = 0,
    });
}
