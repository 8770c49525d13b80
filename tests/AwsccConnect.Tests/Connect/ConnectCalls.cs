using Amazon.Connect;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.Connect;

/// <summary>Clients that send each call once to a <see cref="StubServer"/>.</summary>
internal static class ConnectCalls
{
    public const string Instance = "11111111-2222-4333-8444-555555555555";

    public static AmazonConnectClient ClientOf(StubServer server) => new("AKIDEXAMPLE", "secret", new AmazonConnectConfig
    {
        ServiceURL = server.Url,
        AuthenticationRegion = "eu-west-2",
        MaxErrorRetry = 0,
    });
}
