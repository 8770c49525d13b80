using System.Net;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>How calls end that do not end with a response, and how often they are sent.</summary>
public sealed class CallTests
{
    [Theory]
    [InlineData("CreateResource")]
    [InlineData("GetResource")]
    [InlineData("ListResources")]
    [InlineData("GetResourceRequestStatus")]
    public async Task A_call_in_flight_can_be_cancelled(string operation)
    {
        await using StubServer server = new((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = TestClient.For(server);
        using CancellationTokenSource cancellation = new();
        var call = operation switch
        {
            "CreateResource" => client.CreateResourceAsync(new CreateResourceRequest(), cancellation.Token),
            "GetResource" => client.GetResourceAsync(new GetResourceRequest(), cancellation.Token),
            "ListResources" => client.ListResourcesAsync(new ListResourcesRequest(), cancellation.Token),
            _ => (Task)client.GetResourceRequestStatusAsync(new GetResourceRequestStatusRequest(), cancellation.Token),
        };

        await server.FirstRequest.Task;
        call.IsCompleted.ShouldBeFalse();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        await using StubServer server = new();
        using var client = TestClient.For(server);

        await Should.ThrowAsync<OperationCanceledException>(
            () => client.GetResourceAsync(new GetResourceRequest(), new CancellationToken(canceled: true)));

        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, "ThrottlingException")]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(500, "ServiceInternalErrorException")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Without_retries_a_failure_is_one_request(int status, string code)
    {
        await using StubServer server = new(CannedResponse.Error(status, code, "No."));
        using var client = TestClient.For(server);

        var exception = await Should.ThrowAsync<AmazonCloudControlApiException>(
            () => client.GetResourceAsync(new GetResourceRequest()));

        exception.ErrorCode.ShouldBe(code);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task With_the_SDKs_defaults_a_throttled_call_is_sent_again_with_the_same_client_token()
    {
        await using StubServer server = new(
            CannedResponse.Error(400, "ThrottlingException", "Slow down."), CannedResponse.Ok("{}"));
        var config = TestClient.Config(server.Url);
        config.MaxErrorRetry = 2;
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", config);

        await client.CreateResourceAsync(new CreateResourceRequest());

        var tokens = server.Requests.Select(r => (string?)r.Json["ClientToken"]).ToList();
        tokens.Count.ShouldBe(2);
        tokens[1].ShouldBe(tokens[0]);
    }

    [Fact]
    public async Task A_time_out_is_a_TimeoutException()
    {
        await using StubServer server = new((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var config = TestClient.Config(server.Url);
        config.Timeout = TimeSpan.FromSeconds(3);
        config.MaxStaleConnectionRetries = 0;
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", config);

        await Should.ThrowAsync<TimeoutException>(() => client.GetResourceAsync(new GetResourceRequest()));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_connection_is_an_HttpRequestException_that_says_so()
    {
        using var client = TestClient.For($"http://127.0.0.1:{StubServer.FreePort()}/");

        var exception = await Should.ThrowAsync<HttpRequestException>(
            () => client.GetResourceAsync(new GetResourceRequest()));

        exception.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
        exception.Message.ShouldContain("127.0.0.1");
    }

    [Fact]
    public async Task One_client_serves_many_calls_at_once()
    {
        await using StubServer server = new(CannedResponse.Ok("""{"TypeName":"AWS::Connect::User"}"""));
        using var client = TestClient.For(server);

        var responses = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            i => client.GetResourceAsync(new GetResourceRequest { Identifier = $"id-{i}" })));

        responses.ShouldAllBe(r => r.HttpStatusCode == HttpStatusCode.OK);
        server.Requests.Select(r => (string)r.Json["Identifier"]!).Distinct().Count().ShouldBe(64);
    }

    [Fact]
    public async Task Credentials_are_resolved_and_their_failure_comes_through()
    {
        await using StubServer server = new();
        using AmazonCloudControlApiClient client = new(new NoCredentials(), TestClient.Config(server.Url));

        (await Should.ThrowAsync<AmazonClientException>(() => client.GetResourceAsync(new GetResourceRequest())))
            .ToString().ShouldContain("none here");
        server.Requests.ShouldBeEmpty();
    }

    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("none here");
    }
}
