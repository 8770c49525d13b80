using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Tests.Operations;

public sealed class RedactedBodyTests : IDisposable
{
    private readonly FakeService _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("""{"Username":"jane","Password":"S3cret"}""", """{"Username":"jane","Password":"***"}""")]
    [InlineData("""{"password":"S3cret"}""", """{"password":"***"}""")]
    [InlineData("""{"A":{"Password":{"x":"S3cret"}}}""", """{"A":{"Password":"***"}}""")]
    [InlineData("""[{"op":"replace","path":"/Password","value":"S3cret"}]""", """[{"op":"replace","path":"/Password","value":"***"}]""")]
    [InlineData("""[{"op":"add","path":"","value":{"Password":"S3cret"}}]""", """[{"op":"add","path":"","value":{"Password":"***"}}]""")]
    [InlineData("""[{"op":"replace","path":"/IdentityInfo/FirstName","value":"Jane"}]""", """[{"op":"replace","path":"/IdentityInfo/FirstName","value":"Jane"}]""")]
    public void Secrets_in_documents_are_replaced(string document, string shown) =>
        JsonNode.DeepEquals(RedactedBody.Document(document), JsonNode.Parse(shown)).ShouldBeTrue(RedactedBody.Document(document)?.ToJsonString());

    [Theory]
    [InlineData("{\"Password\":\"S3cret\"")]
    [InlineData("\"S3cret\"")]
    [InlineData("S3cret")]
    [InlineData("{\"Password\":\"a\",\"Password\":\"S3cret\"}")]
    public void What_is_no_document_is_not_shown(string document) =>
        (RedactedBody.Document(document)?.ToJsonString() ?? string.Empty).ShouldNotContain("S3cret");

    [Fact]
    public async Task Both_bodies_are_shown_and_the_call_is_made_unchanged()
    {
        _service.Observer.WantsBodies.Returns(true);
        CreateResourceRequest request = new() { TypeName = "AWS::Connect::User", DesiredState = """{"Username":"jane","Password":"S3cret"}""", ClientToken = "token" };
        CreateResourceResponse response = new() { ProgressEvent = _service.Event("IN_PROGRESS") };
        _service.Client.CreateResourceAsync(request, Arg.Any<CancellationToken>()).Returns(response);

        var got = await CallAsync(_service.Client.CreateResourceAsync, request);

        got.ShouldBeSameAs(response);
        request.DesiredState.ShouldContain("S3cret");
        _service.Observer.Received(1).BodySeen("CreateResource", true, """{"ClientToken":"token","DesiredState":{"Username":"jane","Password":"***"},"TypeName":"AWS::Connect::User"}""");
        _service.Observer.Received(1).BodySeen("CreateResource", false, Arg.Is<string>(body => body.Contains("request-1") && body.Contains("IN_PROGRESS")));
    }

    [Fact]
    public async Task A_failed_call_shows_its_request()
    {
        _service.Observer.WantsBodies.Returns(true);
        _service.Client.GetResourceAsync(Arg.Any<GetResourceRequest>(), Arg.Any<CancellationToken>()).Returns<GetResourceResponse>(_ => throw FakeService.Error("AccessDeniedException"));
        (await Should.ThrowAsync<ConnectOperationException>(() => CallAsync(_service.Client.GetResourceAsync, new GetResourceRequest { Identifier = "arn" }))).ErrorId.ShouldBe(ErrorIds.AccessDenied);
        _service.Observer.Received(1).BodySeen("GetResource", true, """{"Identifier":"arn"}""");
        _service.Observer.DidNotReceive().BodySeen("GetResource", false, Arg.Any<string>());
    }

    [Fact]
    public void Of_lists_only_the_length_is_shown() =>
        RedactedBody.Of(new ListResourcesResponse { ResourceDescriptions = [new() { Properties = "{}" }], NextToken = "more" })
            .ShouldBe("""{"NextToken":"more","ResourceDescriptions":"1 items"}""");

    private Task<TResponse> CallAsync<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> call, TRequest request)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse
    {
        var operations = _service.Operations();
        return new RetryingClient(operations.Connection, new CommandRun { Stop = _service.Stop, Observer = _service.Observer })
            .ReadAsync(call, request, "jane", new Deadline(_service.Time, TimeSpan.FromSeconds(600)), TestContext.Current.CancellationToken);
    }
}
