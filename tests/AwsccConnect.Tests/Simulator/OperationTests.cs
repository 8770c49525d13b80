namespace AwsccConnect.Tests.Simulator;

public class OperationTests
{
    [Fact]
    public async Task Create_then_read_then_delete()
    {
        await using var client = await RawClient.StartAsync();
        var accepted = await client.CreateAsync(client.NewUser("jane.doe"));
        accepted.Status.ShouldBe(200);
        accepted.ContentType.ShouldBe("application/x-amz-json-1.0");
        accepted.Headers.Contains("x-amzn-RequestId").ShouldBeTrue();
        accepted.Headers.Date.ShouldNotBeNull();
        ((string)accepted.Event["OperationStatus"]!).ShouldBe("IN_PROGRESS");
        accepted.Event.ContainsKey("Identifier").ShouldBeFalse();

        var final = await client.StatusAsync(accepted);
        ((string)final["OperationStatus"]!).ShouldBe("SUCCESS");
        var arn = (string)final["Identifier"]!;
        arn.ShouldStartWith(client.Simulator.InstanceArn + "/agent/");
        client.Simulator.UserCount.ShouldBe(6);

        var read = await client.GetAsync(arn);
        var properties = JsonNode.Parse((string)read.Json["ResourceDescription"]!["Properties"]!)!.AsObject();
        ((string)properties["Username"]!).ShouldBe("jane.doe");
        ((string)properties["UserArn"]!).ShouldBe(arn);
        properties.ContainsKey("Password").ShouldBeFalse();
        ((string)read.Json["TypeName"]!).ShouldBe(RawClient.UserType);

        await client.SuccessAsync(client.DeleteAsync(arn));
        (await client.GetAsync(arn)).ShouldFail("ResourceNotFoundException");
        client.Simulator.UserCount.ShouldBe(5);
    }

    [Fact]
    public async Task Delete_of_a_missing_user_is_accepted_and_fails_not_found()
    {
        await using var client = await RawClient.StartAsync();
        await client.FailureAsync(client.DeleteAsync(client.Simulator.InstanceArn + "/agent/none"), "NotFound");
    }

    [Fact]
    public async Task List_pages_through_all_users_with_identifiers_only()
    {
        await using var client = await RawClient.StartAsync(options => options.UserCount = 250);
        List<string> all = [];
        List<int> pages = [];
        string? token = null;
        do
        {
            var page = (await client.ListAsync(nextToken: token)).Json;
            var items = page["ResourceDescriptions"]!.AsArray();
            pages.Add(items.Count);
            foreach (var item in items)
            {
                var properties = JsonNode.Parse((string)item!["Properties"]!)!.AsObject();
                properties.Count.ShouldBe(1);
                ((string)properties["UserArn"]!).ShouldBe((string)item["Identifier"]!);
                all.Add((string)item["Identifier"]!);
            }

            token = (string?)page["NextToken"];
        }
        while (token is not null);
        pages.ShouldBe([100, 100, 50]);
        all.Distinct().Count().ShouldBe(250);
    }

    [Fact]
    public async Task List_goes_on_where_it_was_when_users_vanish()
    {
        await using var client = await RawClient.StartAsync(options =>
        {
            options.UserCount = 10;
            options.PageSize = 4;
        });
        var first = (await client.ListAsync()).Json;
        string[] seen = [.. first["ResourceDescriptions"]!.AsArray().Select(item => (string)item!["Identifier"]!)];
        client.Simulator.Remove(seen[0]).ShouldBeTrue();
        client.Simulator.Remove(seen[3]).ShouldBeTrue();
        var second = (await client.ListAsync(nextToken: (string)first["NextToken"]!)).Json;
        second["ResourceDescriptions"]!.AsArray().Count.ShouldBe(4);
        second["ResourceDescriptions"]!.AsArray().Select(item => (string)item!["Identifier"]!).Intersect(seen).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_refuses_foreign_tokens_and_missing_models()
    {
        await using var client = await RawClient.StartAsync(options =>
        {
            options.UserCount = 3;
            options.PageSize = 2;
        });
        (await client.ListAsync(nextToken: "bm9uc2Vuc2U=")).ShouldFail("InvalidRequestException");
        var token = (string)(await client.ListAsync()).Json["NextToken"]!;
        (await client.ListAsync("AWS::Connect::RoutingProfile", token)).ShouldFail("InvalidRequestException");
        (await client.CallAsync("ListResources", new JsonObject { ["TypeName"] = RawClient.UserType })).ShouldFail("InvalidRequestException")
            .Message.ShouldContain("required key [InstanceArn] not found");
        (await client.ListAsync(model: "{}")).ShouldFail("InvalidRequestException");
        (await client.ListAsync(model: "nonsense")).ShouldFail("InvalidRequestException");
        var nowhere = new JsonObject { ["InstanceArn"] = client.Simulator.InstanceArn + "0" }.ToJsonString();
        (await client.ListAsync(model: nowhere)).ShouldFail("ResourceNotFoundException");
    }

    [Theory]
    [InlineData("AWS::Connect::Instance", 1, "InstanceAlias")]
    [InlineData("AWS::Connect::RoutingProfile", 5, "Name")]
    [InlineData("AWS::Connect::SecurityProfile", 5, "SecurityProfileName")]
    [InlineData("AWS::Connect::UserHierarchyGroup", 12, "Name")]
    public async Task Related_types_list_and_read(string type, int count, string nameProperty)
    {
        await using var client = await RawClient.StartAsync();
        var items = (await client.ListAsync(type)).Json["ResourceDescriptions"]!.AsArray();
        items.Count.ShouldBe(count);
        var identifier = (string)items[0]!["Identifier"]!;
        var read = await client.GetAsync(identifier, type);
        JsonNode.Parse((string)read.Json["ResourceDescription"]!["Properties"]!)![nameProperty].ShouldNotBeNull();
        (await client.CallAsync("DeleteResource", new JsonObject { ["TypeName"] = type, ["Identifier"] = identifier })).ShouldFail("UnsupportedActionException");
    }

    [Fact]
    public async Task Request_history_filters_and_pages()
    {
        await using var client = await RawClient.StartAsync();
        for (var i = 0; i < 25; i++)
        {
            await client.SuccessAsync(client.CreateAsync(client.NewUser($"bulk{i}")));
        }

        await client.FailureAsync(client.CreateAsync(client.NewUser("bulk0")), "AlreadyExists");
        await client.SuccessAsync(client.DeleteAsync(client.Simulator.FindUser("bulk1")!));
        var first = (await client.CallAsync("ListResourceRequests", [])).Json;
        first["ResourceRequestStatusSummaries"]!.AsArray().Count.ShouldBe(20);
        ((string)first["ResourceRequestStatusSummaries"]![0]!["Operation"]!).ShouldBe("DELETE");
        var second = (await client.CallAsync("ListResourceRequests", new JsonObject { ["NextToken"] = (string)first["NextToken"]! })).Json;
        second["ResourceRequestStatusSummaries"]!.AsArray().Count.ShouldBe(7);
        second.ContainsKey("NextToken").ShouldBeFalse();

        (await FilteredAsync(client, "Operations", "DELETE")).Count.ShouldBe(1);
        (await FilteredAsync(client, "OperationStatuses", "FAILED")).Count.ShouldBe(1);
        (await FilteredAsync(client, "OperationStatuses", "PENDING")).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Tokens_of_another_filter_are_refused()
    {
        await using var client = await RawClient.StartAsync();
        await client.SuccessAsync(client.CreateAsync(client.NewUser("one")));
        await client.SuccessAsync(client.CreateAsync(client.NewUser("two")));
        var page = (await client.CallAsync("ListResourceRequests", new JsonObject { ["MaxResults"] = 1 })).Json;
        JsonObject other = new()
        {
            ["NextToken"] = (string)page["NextToken"]!,
            ["ResourceRequestStatusFilter"] = new JsonObject { ["Operations"] = new JsonArray("UPDATE") },
        };
        (await client.CallAsync("ListResourceRequests", other)).ShouldFail("ValidationException");
    }

    private static async Task<JsonArray> FilteredAsync(RawClient client, string filter, string value)
    {
        JsonObject body = new() { ["MaxResults"] = 100, ["ResourceRequestStatusFilter"] = new JsonObject { [filter] = new JsonArray(value) } };
        return (await client.CallAsync("ListResourceRequests", body)).Json["ResourceRequestStatusSummaries"]!.AsArray();
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=AK/20260801/us-east-1/cloudcontrolapi/aws4_request, SignedHeaders=host, Signature=0", false)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AK/20260801/eu-west-2/cloudcontrolapi/aws4_request, SignedHeaders=host, Signature=0", true)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AK/us-east-1, SignedHeaders=host, Signature=0", true)]
    [InlineData("Bearer us-east-1", true)]
    public async Task Resources_are_found_in_their_Region_alone(string authorization, bool isFound)
    {
        await using var client = await RawClient.StartAsync();
        var user = client.FirstUser();
        var instances = await CallAsync("ListResources", new JsonObject { ["TypeName"] = "AWS::Connect::Instance" });
        instances.Json["ResourceDescriptions"]!.AsArray().Count.ShouldBe(isFound ? 1 : 0);
        foreach (var (operation, body) in new (string, JsonObject)[]
        {
            ("GetResource", new() { ["TypeName"] = RawClient.UserType, ["Identifier"] = user }),
            ("ListResources", new() { ["TypeName"] = RawClient.UserType, ["ResourceModel"] = $$"""{"InstanceArn":"{{client.Simulator.InstanceArn}}"}""" }),
        })
        {
            var reply = await CallAsync(operation, body);
            if (isFound)
            {
                reply.Status.ShouldBe(200);
            }
            else
            {
                reply.ShouldFail("ResourceNotFoundException");
            }
        }

        Task<RawReply> CallAsync(string operation, JsonObject body) =>
            client.CallAsync(operation, body, request => request.Headers.TryAddWithoutValidation("Authorization", authorization));
    }
}
