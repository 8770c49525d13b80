using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Simulator;

/// <summary>Amazon Connect's own operations on the port of Cloud Control.</summary>
public class ConnectApiTests
{
    private static string IdOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    [Theory]
    [InlineData("users-summary", "UserSummaryList", 12)]
    [InlineData("routing-profiles-summary", "RoutingProfileSummaryList", 0)]
    [InlineData("security-profiles-summary", "SecurityProfileSummaryList", 0)]
    [InlineData("user-hierarchy-groups-summary", "UserHierarchyGroupSummaryList", 0)]
    public async Task Lists_come_in_pages_of_the_size_that_is_given(string path, string member, int count)
    {
        await using var client = await RawClient.StartAsync(options => options.UserCount = 12);
        var instance = IdOf(client.Simulator.InstanceArn);
        var all = (await client.ConnectAsync($"{path}/{instance}?maxResults=1000")).Json[member]!.AsArray();
        all.Count.ShouldBeGreaterThanOrEqualTo(Math.Max(count, 3));
        List<string> ids = [];
        var query = "?maxResults=2";
        for (var token = string.Empty; token is not null; query = $"?maxResults=2&nextToken={Uri.EscapeDataString(token ?? string.Empty)}")
        {
            var page = (await client.ConnectAsync($"{path}/{instance}{query}")).Json;
            page[member]!.AsArray().Count.ShouldBeInRange(1, 2);
            ids.AddRange(page[member]!.AsArray().Select(item => (string)item!["Id"]!));
            token = (string?)page["NextToken"];
        }

        ids.ShouldBe(all.Select(item => (string)item!["Id"]!));
        all.ShouldAllBe(item => (string)item!["LastModifiedRegion"]! == "eu-west-2" && ((string)item!["Arn"]!).EndsWith((string)item!["Id"]!));
    }

    [Fact]
    public async Task Instances_are_listed_ten_at_a_time_at_most()
    {
        await using var client = await RawClient.StartAsync(options => options.InstanceCount = 2);
        var instances = (await client.ConnectAsync("instance")).Json["InstanceSummaryList"]!.AsArray();
        instances.Select(item => (string)item!["InstanceAlias"]!).ShouldBe(["contact-centre", "contact-centre-2"]);
        ((string)instances[0]!["Arn"]!).ShouldBe(client.Simulator.InstanceArn);
        ((string)instances[0]!["IdentityManagementType"]!).ShouldBe("CONNECT_MANAGED");
        (await client.ConnectAsync("instance?maxResults=11")).ShouldFailOfConnect("InvalidParameterException", 400);
    }

    [Theory]
    [InlineData("users-summary/11111111-2222-3333-4444-555555555555", "ResourceNotFoundException", 404)]
    [InlineData("users-summary/INSTANCE?maxResults=0", "InvalidParameterException", 400)]
    [InlineData("users-summary/INSTANCE?maxResults=1001", "InvalidParameterException", 400)]
    [InlineData("users-summary/INSTANCE?nextToken=other", "InvalidRequestException", 400)]
    [InlineData("users/INSTANCE", "UnknownOperationException", 404)]
    public async Task What_is_wrong_with_a_list_is_said(string path, string code, int status)
    {
        await using var client = await RawClient.StartAsync();
        (await client.ConnectAsync(path.Replace("INSTANCE", IdOf(client.Simulator.InstanceArn), StringComparison.Ordinal))).ShouldFailOfConnect(code, status);
    }

    [Fact]
    public async Task Instances_may_be_named_by_their_ARN() =>
        await RunAsync(async client => (await client.ConnectAsync($"users-summary/{Uri.EscapeDataString(client.Simulator.InstanceArn)}")).Json["UserSummaryList"]!.AsArray().Count.ShouldBe(5));

    [Fact]
    public async Task Calls_are_in_the_log_and_count_against_their_quotas()
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        await using var client = await RawClient.StartAsync(options =>
        {
            options.TimeProvider = time;
            options.Quota["Preset"] = "Aws";
        });
        for (var i = 0; i < 5; i++)
        {
            (await client.SearchAsync()).Status.ShouldBe(200);
        }

        (await client.SearchAsync()).ShouldFailOfConnect("ThrottlingException", 429);
        time.Advance(TimeSpan.FromSeconds(0.5));
        (await client.SearchAsync()).Status.ShouldBe(200);
        for (var i = 0; i < 20; i++)
        {
            (await client.ConnectAsync($"users-summary/{IdOf(client.Simulator.InstanceArn)}")).Status.ShouldBe(200);
        }

        (await client.ConnectAsync($"users-summary/{IdOf(client.Simulator.InstanceArn)}")).ShouldFailOfConnect("ThrottlingException", 429);

        // The handler of Cloud Control calls the same operation of the same account.
        (await client.CallAsync("ListResources", new JsonObject
        {
            ["TypeName"] = RawClient.UserType,
            ["ResourceModel"] = new JsonObject { ["InstanceArn"] = client.Simulator.InstanceArn }.ToJsonString(),
        })).ShouldFail("ThrottlingException");
        client.Simulator.Calls.Where(call => call.Operation == "SearchUsers").Select(call => call.Outcome)
            .ShouldBe(["Success", "Success", "Success", "Success", "Success", "ThrottlingException", "Success"]);
        client.Simulator.Calls[0].Identifier.ShouldBe(client.Simulator.InstanceArn);
    }

    [Fact]
    public async Task Faults_hit_them_with_the_statuses_of_Connect()
    {
        await using var client = await RawClient.StartAsync();
        client.Simulator.Faults.AddJson(
            """[{ "operation": "ListUsers", "kind": "Throttle", "count": 1 }, { "operation": "Search*", "kind": "Exception", "exceptionName": "InternalServiceException", "count": 1 }]""");
        var path = $"users-summary/{IdOf(client.Simulator.InstanceArn)}";
        (await client.ConnectAsync(path)).ShouldFailOfConnect("ThrottlingException", 429);
        (await client.ConnectAsync(path)).Status.ShouldBe(200);
        (await client.SearchAsync()).ShouldFailOfConnect("InternalServiceException", 500);
        (await client.SearchAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_instance_that_a_test_has_put_there_has_lists_too()
    {
        await using var client = await RawClient.StartAsync();
        var first = client.Simulator.InstanceArn;
        const string Id = "00000000-0000-4000-8000-00000000000a";
        client.Simulator.SetProperties("AWS::Connect::Instance", first.Replace(IdOf(first), Id, StringComparison.Ordinal), client.Simulator.GetProperties(first));
        (await client.ConnectAsync($"users-summary/{Id}")).Status.ShouldBe(200);
        (await client.ConnectAsync($"users-summary/{Id}b")).ShouldFailOfConnect("ResourceNotFoundException", 404);
    }

    [Fact]
    public async Task Denied_actions_are_refused_in_both_APIs_and_in_the_handlers()
    {
        await using var client = await RawClient.StartAsync(options => options.Deny = ["cloudformation:DeleteResource"]);
        var user = client.NewUser("new");
        var first = client.FirstUser();
        client.Simulator.Deny("connect:List*");
        client.Simulator.Deny("connect:CreateUser");
        var path = $"users-summary/{IdOf(client.Simulator.InstanceArn)}";
        (await client.ConnectAsync(path)).ShouldFailOfConnect("AccessDeniedException", 403)
            .Json["Message"]!.ToString().ShouldContain("is not authorized to perform: connect:ListUsers");
        (await client.CallAsync("ListResources", new JsonObject
        {
            ["TypeName"] = RawClient.UserType,
            ["ResourceModel"] = new JsonObject { ["InstanceArn"] = client.Simulator.InstanceArn }.ToJsonString(),
        })).ShouldFail("AccessDeniedException").Message.ShouldContain("connect:ListUsers");
        ((string)(await client.FailureAsync(client.CreateAsync(user), "AccessDenied"))["StatusMessage"]!).ShouldContain("connect:CreateUser");
        (await client.DeleteAsync(first)).ShouldFail("AccessDeniedException").Message.ShouldContain("cloudformation:DeleteResource");
        (await client.SearchAsync()).Status.ShouldBe(200);

        client.Simulator.Allow("connect:List*").ShouldBeTrue();
        client.Simulator.Deny("connect:SearchUsers");
        (await client.ConnectAsync(path)).Status.ShouldBe(200);
        (await client.SearchAsync()).ShouldFailOfConnect("AccessDeniedException", 403);
        client.Simulator.DeniedActions.ShouldBe(["cloudformation:DeleteResource", "connect:CreateUser", "connect:SearchUsers"]);
        Should.Throw<ArgumentException>(() => client.Simulator.Deny("everything"));
    }

    [Fact]
    public async Task A_change_moves_the_time_of_the_last_modification_which_a_restart_keeps()
    {
        using TemporaryFolder folder = new();
        var state = folder.PathOf("state.json");
        FakeTimeProvider time = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        double before;
        await using (var client = await RawClient.StartAsync(options => (options.StatePath, options.TimeProvider) = (state, time)))
        {
            before = await ModifiedAsync(client);
            await client.SuccessAsync(client.UpdateAsync(client.FirstUser(), """[{"op":"add","path":"/IdentityInfo/FirstName","value":"Other"}]"""));
            (await ModifiedAsync(client)).ShouldBe(time.GetUtcNow().ToUnixTimeSeconds());
        }

        before.ShouldBeLessThan(time.GetUtcNow().ToUnixTimeSeconds());
        await using var again = await RawClient.StartAsync(options => (options.StatePath, options.TimeProvider) = (state, time));
        (await ModifiedAsync(again)).ShouldBe(time.GetUtcNow().ToUnixTimeSeconds());
    }

    private static async Task<double> ModifiedAsync(RawClient client)
    {
        var id = IdOf(client.FirstUser());
        var users = (await client.ConnectAsync($"users-summary/{IdOf(client.Simulator.InstanceArn)}")).Json["UserSummaryList"]!.AsArray();
        return (double)users.Single(user => (string)user!["Id"]! == id)!["LastModifiedTime"]!;
    }

    private static async Task RunAsync(Func<RawClient, Task> check)
    {
        await using var client = await RawClient.StartAsync();
        await check(client);
    }
}
