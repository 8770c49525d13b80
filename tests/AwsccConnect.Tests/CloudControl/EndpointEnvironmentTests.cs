using Amazon;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>What the client takes from the environment.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class EndpointEnvironmentTests : IDisposable
{
    private readonly ProcessEnvironment _environment = new();

    public EndpointEnvironmentTests()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        Set("AWS_CONFIG_FILE", nowhere);
        Set("AWS_SHARED_CREDENTIALS_FILE", nowhere);
        ForgetWhatWasRead();
    }

    public void Dispose()
    {
        _environment.Dispose();
        ForgetWhatWasRead();
    }

    [Fact]
    public async Task The_services_own_endpoint_variable_comes_before_the_general_one()
    {
        await using StubServer own = new();
        await using StubServer general = new();
        Set("AWS_ENDPOINT_URL", general.Url);
        await CallAsync();
        Set("AWS_ENDPOINT_URL_CLOUDCONTROL", own.Url);
        await CallAsync();

        general.Only.Header("Authorization")!.ShouldContain("/eu-west-2/cloudcontrolapi/");
        own.Only.Header("Authorization")!.ShouldContain("/eu-west-2/cloudcontrolapi/");
    }

    [Fact]
    public async Task Connect_has_a_variable_of_its_own()
    {
        await using StubServer own = new();
        await using StubServer general = new();
        Set("AWS_ENDPOINT_URL_CLOUDCONTROL", "http://127.0.0.1:1/");
        Set("AWS_ENDPOINT_URL", general.Url);
        await ListInstancesAsync();
        Set("AWS_ENDPOINT_URL_CONNECT", own.Url);
        await ListInstancesAsync();

        general.Only.Header("Authorization")!.ShouldContain("/eu-west-2/connect/");
        own.Only.Header("Authorization")!.ShouldContain("/eu-west-2/connect/");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(null, "")]
    [InlineData("", "")]
    public void Endpoint_variables_that_are_empty_count_as_absent(string? own, string? general)
    {
        StandIn.Required();
        Set("AWS_ENDPOINT_URL_CLOUDCONTROL", own);
        Set("AWS_ENDPOINT_URL_CONNECT", own);
        Set("AWS_ENDPOINT_URL", general);

        EndpointsOf(RegionEndpoint.EUWest2).ShouldBe(
            ["https://cloudcontrolapi.eu-west-2.amazonaws.com/", "https://connect.eu-west-2.amazonaws.com/"]);
        Set("AWS_REGION", "eu-central-1");
        ForgetWhatWasRead();
        EndpointsOf(null).ShouldBe(
            ["https://cloudcontrolapi.eu-central-1.amazonaws.com/", "https://connect.eu-central-1.amazonaws.com/"]);
    }

    [Fact]
    public void The_general_variable_holds_where_the_services_own_is_empty()
    {
        StandIn.Required();
        Set("AWS_ENDPOINT_URL_CLOUDCONTROL", "");
        Set("AWS_ENDPOINT_URL_CONNECT", "");
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1/");

        EndpointsOf(RegionEndpoint.EUWest2).ShouldBe(["http://127.0.0.1:1/", "http://127.0.0.1:1/"]);
        Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        ForgetWhatWasRead();
        EndpointsOf(RegionEndpoint.EUWest2)[1].ShouldBe("https://connect.eu-west-2.amazonaws.com/");
    }

    [Fact]
    public void Endpoint_variables_can_be_switched_off()
    {
        Set("AWS_ENDPOINT_URL_CLOUDCONTROL", "http://127.0.0.1:1/");
        Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        ForgetWhatWasRead();
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", RegionEndpoint.EUWest2);

        client.DetermineServiceOperationEndpoint(new GetResourceRequest()).URL
            .ShouldBe("https://cloudcontrolapi.eu-west-2.amazonaws.com/");
    }

    [Theory]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "https://cloudcontrolapi-fips.eu-west-2.amazonaws.com/")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "https://cloudcontrolapi.eu-west-2.api.aws/")]
    public void FIPS_and_dual_stack_can_be_switched_on(string variable, string url)
    {
        Set(variable, "true");
        ForgetWhatWasRead();
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", RegionEndpoint.EUWest2);

        client.DetermineServiceOperationEndpoint(new GetResourceRequest()).URL.ShouldBe(url);
    }

    [Fact]
    public async Task An_explicit_URL_comes_before_the_variables()
    {
        await using StubServer server = new();
        Set("AWS_ENDPOINT_URL_CLOUDCONTROL", "http://127.0.0.1:1/");
        using var client = TestClient.For(server);

        await client.GetResourceAsync(new GetResourceRequest());

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void Without_a_Region_the_client_says_so() =>
        Should.Throw<AmazonClientException>(() => new AmazonCloudControlApiClient("AKIDEXAMPLE", "secret"))
            .Message.ShouldBe("No RegionEndpoint or ServiceURL configured");

    [Fact]
    public async Task The_default_chains_give_Region_and_credentials()
    {
        await using StubServer server = new();
        Set("AWS_REGION", "ap-southeast-2");
        Set("AWS_ACCESS_KEY_ID", "AKIDCHAIN");
        Set("AWS_SECRET_ACCESS_KEY", "secret");
        Set("AWS_ENDPOINT_URL_CLOUDCONTROL", server.Url);
        using AmazonCloudControlApiClient client = new();

        await client.GetResourceAsync(new GetResourceRequest());

        server.Only.Header("Authorization")!.ShouldContain("AKIDCHAIN/");
        server.Only.Header("Authorization")!.ShouldContain("/ap-southeast-2/cloudcontrolapi/");
    }

    private static async Task CallAsync()
    {
        // With a custom URL the SDK signs for AuthenticationRegion and not for RegionEndpoint.
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", new AmazonCloudControlApiConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest2,
            AuthenticationRegion = "eu-west-2",
        });
        await client.GetResourceAsync(new GetResourceRequest());
    }

    private static async Task ListInstancesAsync()
    {
        using AmazonConnectClient client = new("AKIDEXAMPLE", "secret", new AmazonConnectConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest2,
            AuthenticationRegion = "eu-west-2",
        });
        await client.ListInstancesAsync(new ListInstancesRequest());
    }

    private static string[] EndpointsOf(RegionEndpoint? region)
    {
        using AmazonCloudControlApiClient cloudControl = new("AKIDEXAMPLE", "secret", region!);
        using AmazonConnectClient connect = new("AKIDEXAMPLE", "secret", region!);
        return
        [
            cloudControl.DetermineServiceOperationEndpoint(new GetResourceRequest()).URL,
            connect.DetermineServiceOperationEndpoint(new ListInstancesRequest()).URL,
        ];
    }

    private void Set(string name, string? value) => _environment.Set(name, value);

    private static void ForgetWhatWasRead()
    {
        FallbackRegionFactory.Reset();
        FallbackInternalConfigurationFactory.Reset();
    }
}
