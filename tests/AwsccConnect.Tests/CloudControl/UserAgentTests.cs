using System.Text.RegularExpressions;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Session;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>The module's User-Agent.</summary>
public sealed partial class UserAgentTests
{
    [Fact]
    public async Task The_module_is_named_once_in_every_request()
    {
        await using StubServer server = new(
            CannedResponse.Ok("""{"NextToken":"2"}"""), CannedResponse.Ok("""{"NextToken":"3"}"""), CannedResponse.Ok("{}"));
        using var client = TestClient.For(server);
        UserAgentSuffix.Attach(client);

        // One request object goes out three times here.
        await foreach (var page in client.Paginators.ListResources(new ListResourcesRequest()).Responses)
        {
            page.ResourceDescriptions.ShouldBeNull();
        }

        await client.GetResourceAsync(new GetResourceRequest());

        server.Requests.Count.ShouldBe(4);
        NameTheModuleOnce(server);
    }

    [Fact]
    public async Task Requests_that_are_sent_again_name_it_once_too()
    {
        await using StubServer server = new(
            CannedResponse.Error(400, "ThrottlingException", "Slow down."), CannedResponse.Ok("{}"));
        var config = TestClient.Config(server.Url);
        config.MaxErrorRetry = 1;
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", config);
        UserAgentSuffix.Attach(client);

        await client.GetResourceAsync(new GetResourceRequest());

        server.Requests.Count.ShouldBe(2);
        NameTheModuleOnce(server);
    }

    [Fact]
    public async Task The_client_by_itself_does_not_name_the_module()
    {
        await using StubServer server = new();
        using var client = TestClient.For(server);

        await client.GetResourceAsync(new GetResourceRequest());

        server.Only.Header("User-Agent")!.ShouldNotContain("AwsccConnect");
        server.Only.Header("User-Agent")!.ShouldContain("api/CloudControl#");
    }

    private static void NameTheModuleOnce(StubServer server)
    {
        foreach (var request in server.Requests)
        {
            ModuleName().Count(request.Header("User-Agent")!).ShouldBe(1, request.Header("User-Agent"));
        }
    }

    [GeneratedRegex(@"(?<= )AwsccConnect/\d+\.\d+\.\d+(?= |$)")]
    private static partial Regex ModuleName();
}
