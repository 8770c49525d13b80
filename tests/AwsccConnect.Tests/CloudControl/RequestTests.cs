using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>What each operation sends (AWS JSON 1.0).</summary>
public sealed class RequestTests
{
    private const string Type = "AWS::Connect::User";

    /// <summary>The members of a request, as they are named in the SDK and on the wire.</summary>
    [Theory]
    [InlineData("CreateResource", """{"TypeName":"AWS::Connect::User","TypeVersionId":"00000001","RoleArn":"ROLE","ClientToken":"token-1","DesiredState":"{\"Username\":\"Zoë <\\\"&'> ☎\"}"}""")]
    [InlineData("UpdateResource", """{"TypeName":"AWS::Connect::User","TypeVersionId":"00000001","RoleArn":"ROLE","ClientToken":"token-2","Identifier":"id-1","PatchDocument":"[{\"op\":\"remove\",\"path\":\"/Tags\"}]"}""")]
    [InlineData("DeleteResource", """{"TypeName":"AWS::Connect::User","TypeVersionId":"00000001","RoleArn":"ROLE","ClientToken":"token-3","Identifier":"id-1"}""")]
    [InlineData("GetResource", """{"TypeName":"AWS::Connect::User","TypeVersionId":"00000001","RoleArn":"ROLE","Identifier":"id-1"}""")]
    [InlineData("ListResources", """{"TypeName":"AWS::Connect::User","TypeVersionId":"00000001","RoleArn":"ROLE","NextToken":"page-2","MaxResults":100,"ResourceModel":"{\"InstanceArn\":\"i\"}"}""")]
    [InlineData("GetResourceRequestStatus", """{"RequestToken":"r-1"}""")]
    [InlineData("ListResourceRequests", """{"MaxResults":1,"NextToken":"page-2","ResourceRequestStatusFilter":{"Operations":["CREATE","UPDATE"],"OperationStatuses":["IN_PROGRESS"]}}""")]
    [InlineData("ListResourceRequests", """{"ResourceRequestStatusFilter":{}}""")]
    [InlineData("CancelResourceRequest", """{"RequestToken":"r-1"}""")]
    public async Task What_is_set_is_sent_and_nothing_else(string operation, string body)
    {
        await using StubServer server = new();
        using var client = TestClient.For(server);
        var json = body.Replace("ROLE", "arn:aws:iam::123456789012:role/Handler", StringComparison.Ordinal);
        var type = typeof(IAmazonCloudControlApi).Assembly.GetType($"Amazon.CloudControlApi.Model.{operation}Request", throwOnError: true)!;
        var call = typeof(IAmazonCloudControlApi).GetMethod(operation + "Async", [type, typeof(CancellationToken)])!;

        await (Task)call.Invoke(client, [JsonSerializer.Deserialize(json, type), CancellationToken.None])!;

        var request = server.Only;
        request.Method.ShouldBe("POST");
        request.Path.ShouldBe("/");
        request.Target.ShouldBe("CloudApiService." + operation);
        request.Header("Content-Type").ShouldBe("application/x-amz-json-1.0");
        JsonNode.DeepEquals(request.Json, JsonNode.Parse(json)).ShouldBeTrue(request.Text);

        var authorization = request.Header("Authorization")!;
        authorization.ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
        authorization.ShouldContain("/eu-west-2/cloudcontrolapi/aws4_request");
        authorization.ShouldContain("x-amz-target");
    }

    [Fact]
    public async Task Each_write_without_a_client_token_gets_a_new_one_and_the_request_stays_as_it_is()
    {
        await using StubServer server = new();
        using var client = TestClient.For(server);
        CreateResourceRequest create = new() { TypeName = Type, DesiredState = "{}" };

        await client.CreateResourceAsync(create);
        await client.CreateResourceAsync(create);
        await client.UpdateResourceAsync(new UpdateResourceRequest { TypeName = Type, Identifier = "i", PatchDocument = "[]" });
        await client.DeleteResourceAsync(new DeleteResourceRequest { TypeName = Type, Identifier = "i" });

        create.ClientToken.ShouldBeNull();
        var tokens = server.Requests.Select(r => (string)r.Json["ClientToken"]!).ToList();
        tokens.Distinct().Count().ShouldBe(4);
        tokens.All(t => Guid.TryParseExact(t, "D", out _)).ShouldBeTrue();
    }

    [Fact]
    public async Task Documents_inside_the_members_are_escaped_with_backslashes()
    {
        StandIn.Required();
        await using StubServer server = new();
        using var client = TestClient.For(server);

        await client.UpdateResourceAsync(new UpdateResourceRequest
        {
            TypeName = Type,
            Identifier = "i",
            PatchDocument = """[{"op":"test"}]""",
        });

        server.Only.Text.ShouldContain(@"\""op\"":\""test\""");
    }

    [Fact]
    public async Task Temporary_credentials_send_their_session_token()
    {
        await using StubServer server = new();
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", "session", TestClient.Config(server.Url));

        await client.GetResourceAsync(new GetResourceRequest { TypeName = Type, Identifier = "i" });

        server.Only.Header("x-amz-security-token").ShouldBe("session");
        server.Only.Header("Authorization")!.ShouldContain("x-amz-security-token");
    }
}
