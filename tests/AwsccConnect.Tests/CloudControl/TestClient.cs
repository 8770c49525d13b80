using Amazon.CloudControlApi;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>Makes clients that talk to a <see cref="StubServer"/> and send each call once.</summary>
internal static class TestClient
{
    public static AmazonCloudControlApiConfig Config(string url) => new()
    {
        ServiceURL = url,
        AuthenticationRegion = "eu-west-2",
        MaxErrorRetry = 0,
    };

    public static AmazonCloudControlApiClient For(StubServer server) => For(server.Url);

    public static AmazonCloudControlApiClient For(string url) => new("AKIDEXAMPLE", "secret", Config(url));
}
