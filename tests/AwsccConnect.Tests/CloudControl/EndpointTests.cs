using Amazon;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Endpoints;
using Amazon.CloudControlApi.Internal;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>Which endpoint is called, for each partition and setting.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", "amazonaws.com", "api.aws")]
    [InlineData("eu-west-2", "amazonaws.com", "api.aws")]
    [InlineData("xx-new-1", "amazonaws.com", "api.aws")]
    [InlineData("cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn")]
    [InlineData("us-gov-west-1", "amazonaws.com", "api.aws")]
    [InlineData("us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov")]
    [InlineData("us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud")]
    [InlineData("eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk")]
    [InlineData("us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov")]
    [InlineData("eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu")]
    public void Each_partition_has_its_own_suffixes(string region, string suffix, string dualStackSuffix)
    {
        Resolve(region, false, false).ShouldBe($"https://cloudcontrolapi.{region}.{suffix}");
        Resolve(region, true, false).ShouldBe($"https://cloudcontrolapi-fips.{region}.{suffix}");
        Resolve(region, false, true).ShouldBe($"https://cloudcontrolapi.{region}.{dualStackSuffix}");
        Resolve(region, true, true).ShouldBe($"https://cloudcontrolapi-fips.{region}.{dualStackSuffix}");
    }

    [Fact]
    public void A_custom_endpoint_is_taken_as_it_is()
    {
        Provider(new CloudControlApiEndpointParameters { Endpoint = "https://vpce.example", Region = "eu-west-2" })
            .ShouldBe("https://vpce.example");
        Provider(new CloudControlApiEndpointParameters { Endpoint = "https://vpce.example" }).ShouldBe("https://vpce.example");
    }

    [Theory]
    [InlineData("https://x.example", true, false, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData("https://x.example", true, true, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData("https://x.example", false, true, "Invalid Configuration: Dualstack and custom endpoint are not supported")]
    [InlineData(null, false, false, "Invalid Configuration: Missing Region")]
    [InlineData(null, true, true, "Invalid Configuration: Missing Region")]
    public void Contradictions_are_refused(string? endpoint, bool fips, bool dualStack, string message) =>
        Should.Throw<AmazonClientException>(() => Provider(new CloudControlApiEndpointParameters
        {
            Endpoint = endpoint!,
            UseFIPS = fips,
            UseDualStack = dualStack,
        })).Message.ShouldBe(message);

    [Fact]
    public void Parameters_have_to_be_there()
    {
        Should.Throw<ArgumentNullException>(() => Provider(null!));
        Should.Throw<AmazonClientException>(() => Provider(new CloudControlApiEndpointParameters { UseFIPS = null }))
            .Message.ShouldBe("UseFIPS parameter must be set for endpoint resolution");
        Should.Throw<AmazonClientException>(() => Provider(new CloudControlApiEndpointParameters { UseDualStack = null }))
            .Message.ShouldBe("UseDualStack parameter must be set for endpoint resolution");
    }

    [Fact]
    public void The_client_takes_the_endpoint_from_its_settings()
    {
        Determine(new AmazonCloudControlApiConfig { RegionEndpoint = RegionEndpoint.EUWest2 })
            .ShouldBe("https://cloudcontrolapi.eu-west-2.amazonaws.com/");
        Determine(new AmazonCloudControlApiConfig { RegionEndpoint = RegionEndpoint.USGovCloudWest1, UseFIPSEndpoint = true })
            .ShouldBe("https://cloudcontrolapi-fips.us-gov-west-1.amazonaws.com/");
        Determine(new AmazonCloudControlApiConfig { RegionEndpoint = RegionEndpoint.EUWest2, UseDualstackEndpoint = true })
            .ShouldBe("https://cloudcontrolapi.eu-west-2.api.aws/");
        Determine(new AmazonCloudControlApiConfig { ServiceURL = "http://127.0.0.1:8080/base" })
            .ShouldStartWith("http://127.0.0.1:8080/base");
    }

    [Fact]
    public async Task A_custom_endpoint_with_FIPS_fails_before_anything_is_sent()
    {
        await using StubServer server = new();
        var config = TestClient.Config(server.Url);
        config.UseFIPSEndpoint = true;
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", config);

        (await Should.ThrowAsync<AmazonClientException>(() => client.GetResourceAsync(new GetResourceRequest())))
            .Message.ShouldContain("FIPS and custom endpoint are not supported");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_provider_of_the_callers_own_is_used()
    {
        await using StubServer server = new();
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", new AmazonCloudControlApiConfig
        {
            RegionEndpoint = RegionEndpoint.EUCentral1,
            EndpointProvider = new StaticEndpointProvider(server.Url),
        });

        await client.GetResourceAsync(new GetResourceRequest());

        server.Only.Header("Authorization")!.ShouldContain("/eu-central-1/cloudcontrolapi/");
    }

    private static string Resolve(string region, bool fips, bool dualStack) => Provider(
        new CloudControlApiEndpointParameters { Region = region, UseFIPS = fips, UseDualStack = dualStack });

    private static string Provider(EndpointParameters parameters) =>
        new AmazonCloudControlApiEndpointProvider().ResolveEndpoint(parameters).URL;

    private static string Determine(AmazonCloudControlApiConfig config)
    {
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", config);
        return client.DetermineServiceOperationEndpoint(new GetResourceRequest()).URL.TrimEnd('/') + "/";
    }
}
