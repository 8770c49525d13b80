using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;
using NSubstitute;

namespace AwsccConnect.Tests.Operations;

public sealed class ObservedClientTests : IDisposable
{
    private readonly FakeService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public void An_observer_that_wants_no_bodies_costs_nothing() =>
        ObservedClient.For(_service.Client, _service.Observer).ShouldBeSameAs(_service.Client);

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

        var got = await ObservedClient.For(_service.Client, _service.Observer).CreateResourceAsync(request, TestContext.Current.CancellationToken);

        got.ShouldBeSameAs(response);
        request.DesiredState.ShouldContain("S3cret");
        _service.Observer.Received(1).BodySeen("CreateResource", true, Arg.Is<string>(body => body.Contains("\"jane\"") && body.Contains("\"***\"") && !body.Contains("S3cret")));
        _service.Observer.Received(1).BodySeen("CreateResource", false, Arg.Is<string>(body => body.Contains("request-1") && body.Contains("IN_PROGRESS")));
    }

    [Fact]
    public async Task A_failed_call_shows_its_request_and_throws_as_before()
    {
        _service.Observer.WantsBodies.Returns(true);
        _service.Client.GetResourceAsync(Arg.Any<GetResourceRequest>(), Arg.Any<CancellationToken>()).Returns<GetResourceResponse>(_ => throw FakeService.Error("AccessDeniedException"));
        await Should.ThrowAsync<Amazon.CloudControlApi.AmazonCloudControlApiException>(
            () => ObservedClient.For(_service.Client, _service.Observer).GetResourceAsync(new GetResourceRequest { Identifier = "arn" }, TestContext.Current.CancellationToken));
        _service.Observer.Received(1).BodySeen("GetResource", true, Arg.Is<string>(body => body.Contains("\"arn\"")));
        _service.Observer.DidNotReceive().BodySeen("GetResource", false, Arg.Any<string>());
    }
}
