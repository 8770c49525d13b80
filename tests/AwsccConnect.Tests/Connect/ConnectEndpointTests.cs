using Amazon;
using Amazon.Connect;
using Amazon.Connect.Endpoints;
using Amazon.Connect.Internal;
using Amazon.Connect.Model;
using Amazon.Runtime;

namespace AwsccConnect.Tests.Connect;

/// <summary>Which endpoint is called, for each partition and setting.</summary>
public sealed class ConnectEndpointTests
{
    [Theory]
    [InlineData("us-east-1", "connect-fips", "amazonaws.com", "api.aws")]
    [InlineData("eu-west-2", "connect-fips", "amazonaws.com", "api.aws")]
    [InlineData("cn-north-1", "connect-fips", "amazonaws.com.cn", "api.amazonwebservices.com.cn")]
    [InlineData("us-gov-west-1", "connect", "amazonaws.com", "api.aws")]
    [InlineData("eusc-de-east-1", "connect-fips", "amazonaws.eu", "api.amazonwebservices.eu")]
    public void Each_partition_has_its_own_hosts(string region, string fips, string suffix, string dualStackSuffix)
    {
        Resolve(new() { Region = region }).ShouldBe($"https://connect.{region}.{suffix}");
        Resolve(new() { Region = region, UseFIPS = true }).ShouldBe($"https://{fips}.{region}.{suffix}");
        Resolve(new() { Region = region, UseDualStack = true }).ShouldBe($"https://connect.{region}.{dualStackSuffix}");
        Resolve(new() { Region = region, UseFIPS = true, UseDualStack = true }).ShouldBe($"https://connect-fips.{region}.{dualStackSuffix}");
    }

    [Theory]
    [InlineData("https://x.example", true, false, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData("https://x.example", false, true, "Invalid Configuration: Dualstack and custom endpoint are not supported")]
    [InlineData(null, false, false, "Invalid Configuration: Missing Region")]
    [InlineData("", false, false, "Invalid Configuration: Missing Region")]
    public void Contradictions_are_refused(string? endpoint, bool fips, bool dualStack, string message) =>
        Should.Throw<AmazonClientException>(() => Resolve(new() { Endpoint = endpoint!, UseFIPS = fips, UseDualStack = dualStack }))
            .Message.ShouldBe(message);

    [Fact]
    public void The_client_takes_the_endpoint_from_its_settings()
    {
        Determine(new() { RegionEndpoint = RegionEndpoint.EUWest2 }).ShouldBe("https://connect.eu-west-2.amazonaws.com/");
        Determine(new() { ServiceURL = "http://127.0.0.1:8080/base" }).ShouldBe("http://127.0.0.1:8080/base/");
    }

    private static string Resolve(ConnectEndpointParameters parameters) =>
        new AmazonConnectEndpointProvider().ResolveEndpoint(parameters).URL;

    private static string Determine(AmazonConnectConfig config)
    {
        using AmazonConnectClient client = new("AKIDEXAMPLE", "secret", config);
        return client.DetermineServiceOperationEndpoint(new ListInstancesRequest()).URL.TrimEnd('/') + "/";
    }
}
