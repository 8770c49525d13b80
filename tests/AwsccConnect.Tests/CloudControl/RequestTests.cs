using System.Text.Json.Nodes;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>What each operation sends (AWS JSON 1.0).</summary>
public sealed class RequestTests
{
    private const string Type = "AWS::Connect::User";
    private const string Role = "arn:aws:iam::123456789012:role/Handler";

    [Fact]
    public Task CreateResource() => Sends(
        c => c.CreateResourceAsync(new CreateResourceRequest
        {
            TypeName = Type,
            TypeVersionId = "00000001",
            RoleArn = Role,
            ClientToken = "token-1",
            DesiredState = """{"Username":"Zoë <\"&'> ☎"}""",
        }),
        "CreateResource",
        new JsonObject
        {
            ["TypeName"] = Type,
            ["TypeVersionId"] = "00000001",
            ["RoleArn"] = Role,
            ["ClientToken"] = "token-1",
            ["DesiredState"] = """{"Username":"Zoë <\"&'> ☎"}""",
        });

    [Fact]
    public Task UpdateResource() => Sends(
        c => c.UpdateResourceAsync(new UpdateResourceRequest
        {
            TypeName = Type,
            TypeVersionId = "00000001",
            RoleArn = Role,
            ClientToken = "token-2",
            Identifier = "id-1",
            PatchDocument = """[{"op":"remove","path":"/Tags"}]""",
        }),
        "UpdateResource",
        new JsonObject
        {
            ["TypeName"] = Type,
            ["TypeVersionId"] = "00000001",
            ["RoleArn"] = Role,
            ["ClientToken"] = "token-2",
            ["Identifier"] = "id-1",
            ["PatchDocument"] = """[{"op":"remove","path":"/Tags"}]""",
        });

    [Fact]
    public Task DeleteResource() => Sends(
        c => c.DeleteResourceAsync(new DeleteResourceRequest
        {
            TypeName = Type,
            TypeVersionId = "00000001",
            RoleArn = Role,
            ClientToken = "token-3",
            Identifier = "id-1",
        }),
        "DeleteResource",
        new JsonObject
        {
            ["TypeName"] = Type,
            ["TypeVersionId"] = "00000001",
            ["RoleArn"] = Role,
            ["ClientToken"] = "token-3",
            ["Identifier"] = "id-1",
        });

    [Fact]
    public Task GetResource() => Sends(
        c => c.GetResourceAsync(new GetResourceRequest
        {
            TypeName = Type,
            TypeVersionId = "00000001",
            RoleArn = Role,
            Identifier = "id-1",
        }),
        "GetResource",
        new JsonObject
        {
            ["TypeName"] = Type,
            ["TypeVersionId"] = "00000001",
            ["RoleArn"] = Role,
            ["Identifier"] = "id-1",
        });

    [Fact]
    public Task ListResources() => Sends(
        c => c.ListResourcesAsync(new ListResourcesRequest
        {
            TypeName = Type,
            TypeVersionId = "00000001",
            RoleArn = Role,
            NextToken = "page-2",
            MaxResults = 100,
            ResourceModel = """{"InstanceArn":"i"}""",
        }),
        "ListResources",
        new JsonObject
        {
            ["TypeName"] = Type,
            ["TypeVersionId"] = "00000001",
            ["RoleArn"] = Role,
            ["NextToken"] = "page-2",
            ["MaxResults"] = 100,
            ["ResourceModel"] = """{"InstanceArn":"i"}""",
        });

    [Fact]
    public Task GetResourceRequestStatus() => Sends(
        c => c.GetResourceRequestStatusAsync(new GetResourceRequestStatusRequest { RequestToken = "r-1" }),
        "GetResourceRequestStatus",
        new JsonObject { ["RequestToken"] = "r-1" });

    [Fact]
    public Task ListResourceRequests() => Sends(
        c => c.ListResourceRequestsAsync(new ListResourceRequestsRequest
        {
            MaxResults = 1,
            NextToken = "page-2",
            ResourceRequestStatusFilter = new ResourceRequestStatusFilter
            {
                Operations = [Operation.CREATE, Operation.UPDATE],
                OperationStatuses = [OperationStatus.IN_PROGRESS],
            },
        }),
        "ListResourceRequests",
        new JsonObject
        {
            ["MaxResults"] = 1,
            ["NextToken"] = "page-2",
            ["ResourceRequestStatusFilter"] = new JsonObject
            {
                ["Operations"] = new JsonArray("CREATE", "UPDATE"),
                ["OperationStatuses"] = new JsonArray("IN_PROGRESS"),
            },
        });

    [Fact]
    public Task CancelResourceRequest() => Sends(
        c => c.CancelResourceRequestAsync(new CancelResourceRequestRequest { RequestToken = "r-1" }),
        "CancelResourceRequest",
        new JsonObject { ["RequestToken"] = "r-1" });

    [Fact]
    public Task What_is_not_set_is_not_sent() => Sends(
        c => c.ListResourceRequestsAsync(new ListResourceRequestsRequest
        {
            ResourceRequestStatusFilter = new ResourceRequestStatusFilter(),
        }),
        "ListResourceRequests",
        new JsonObject { ["ResourceRequestStatusFilter"] = new JsonObject() });

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

        server.Only.Body.ShouldContain(@"\""op\"":\""test\""");
    }

    [Fact]
    public async Task Temporary_credentials_send_their_session_token()
    {
        await using StubServer server = new();
        using AmazonCloudControlApiClient client = new("AKIDEXAMPLE", "secret", "session", TestClient.Config(server.Url));

        await client.GetResourceAsync(new GetResourceRequest { TypeName = Type, Identifier = "i" });

        server.Only.Headers["x-amz-security-token"].ShouldBe("session");
        server.Only.Headers["Authorization"]!.ShouldContain("x-amz-security-token");
    }

    private static async Task Sends<T>(Func<IAmazonCloudControlApi, Task<T>> call, string operation, JsonObject body)
    {
        await using StubServer server = new();
        using var client = TestClient.For(server);

        await call(client);

        var request = server.Only;
        request.Method.ShouldBe("POST");
        request.Path.ShouldBe("/");
        request.Target.ShouldBe("CloudApiService." + operation);
        request.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.0");
        JsonNode.DeepEquals(request.Json, body).ShouldBeTrue(request.Body);

        var authorization = request.Headers["Authorization"]!;
        authorization.ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
        authorization.ShouldContain("/eu-west-2/cloudcontrolapi/aws4_request");
        authorization.ShouldContain("x-amz-target");
    }
}
