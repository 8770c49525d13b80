namespace AwsccConnect.Tests.Simulator;

public class FaultTests
{
    [Fact]
    public async Task Throttle_hits_the_first_matches()
    {
        await using var client = await RawClient.StartAsync();
        var arn = client.FirstUser();
        SimulatorFault fault = new() { Operation = "get*", Kind = SimulatorFaultKind.Throttle, Skip = 1, Count = 2 };
        client.Simulator.Faults.Add(fault);
        var statuses = new int[5];
        for (var i = 0; i < 5; i++)
        {
            statuses[i] = (await client.GetAsync(arn)).Status;
        }

        statuses.ShouldBe([200, 400, 400, 200, 200]);
        fault.Matches.ShouldBe(5);
        fault.Hits.ShouldBe(2);
        client.Simulator.Calls.Count(call => call.Outcome == "ThrottlingException").ShouldBe(2);
    }

    [Fact]
    public async Task Rules_match_users_by_name_or_identifier()
    {
        await using var client = await RawClient.StartAsync();
        var users = client.Users();
        var name = (string)client.Properties(users[0])["Username"]!;
        client.Simulator.Faults.Add(new SimulatorFault { User = name[..3] + "*" + name[^1], Kind = SimulatorFaultKind.Exception, ExceptionName = "InvalidCredentialsException" });
        client.Simulator.Faults.Add(new SimulatorFault { User = users[1], Kind = SimulatorFaultKind.Http5xx, StatusCode = 502 });
        (await client.GetAsync(users[0])).ShouldFail("InvalidCredentialsException");
        (await client.GetAsync(users[1])).Status.ShouldBe(502);
        (await client.GetAsync(users[2])).Status.ShouldBe(200);
        (await client.ListAsync()).Status.ShouldBe(200);
        (await client.CreateAsync(client.NewUser(name[..3] + "zzz" + name[^1]))).ShouldFail("InvalidCredentialsException");
        client.Simulator.Faults.Clear();
        (await client.GetAsync(users[0])).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("HandlerFailureException", 500)]
    [InlineData("ServiceLimitExceededException", 400)]
    public async Task Exceptions_have_the_models_status(string name, int status)
    {
        await using var client = await RawClient.StartAsync();
        client.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Exception, ExceptionName = name, Message = "as configured" });
        (await client.ListAsync()).ShouldFail(name, status).Message.ShouldBe("as configured");
    }

    [Fact]
    public async Task Reset_before_does_nothing_and_reset_after_does_everything()
    {
        await using var client = await RawClient.StartAsync();
        var first = client.NewUser("first");
        var second = client.NewUser("second");
        client.Simulator.Faults.Add(new SimulatorFault { Name = "cut", Operation = "CreateResource", Kind = SimulatorFaultKind.Reset });
        await Should.ThrowAsync<HttpRequestException>(() => client.CreateAsync(first));
        client.Simulator.FindUser("first").ShouldBeNull();
        client.Simulator.Faults.Remove("CUT").ShouldBeTrue();
        SimulatorFault after = new() { Operation = "CreateResource", Kind = SimulatorFaultKind.ResetAfter, Count = 1 };
        client.Simulator.Faults.Add(after);
        await Should.ThrowAsync<HttpRequestException>(() => client.CreateAsync(second, "intent"));
        client.Simulator.FindUser("second").ShouldNotBeNull();
        await client.SuccessAsync(client.CreateAsync(second, "intent"));
        client.Simulator.Calls.Count(call => call.Outcome is "Reset" or "ResetAfter" && call.StatusCode == 0).ShouldBeGreaterThanOrEqualTo(2);
        client.Simulator.Faults.Remove(after).ShouldBeTrue();
        client.Simulator.Faults.Rules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Responses_can_be_malformed()
    {
        await using var client = await RawClient.StartAsync();
        client.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Garbage, Count = 1 });
        var garbage = await client.ListAsync();
        garbage.Status.ShouldBe(200);
        Should.Throw<JsonException>(() => garbage.Json);
        client.Simulator.Faults.Clear();
        client.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.WrongContentType, Count = 1 });
        (await client.ListAsync()).ContentType.ShouldBe("text/html");
        client.Simulator.Faults.Clear();
        client.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Truncated, Count = 1 });
        await Should.ThrowAsync<HttpRequestException>(() => client.ListAsync());
        (await client.ListAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Slow_combines_with_another()
    {
        await using var client = await RawClient.StartAsync();
        client.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Slow, Milliseconds = 60 });
        client.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Throttle });
        (await client.ListAsync()).ShouldFail("ThrottlingException");
        client.Simulator.Calls.Single().Milliseconds.ShouldBeGreaterThanOrEqualTo(55);
    }

    [Fact]
    public async Task Handler_errors_fail_and_change_nothing()
    {
        await using var client = await RawClient.StartAsync();
        client.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.HandlerError, ErrorCode = "NotStabilized", Message = "still settling" });
        var arn = client.FirstUser();
        var before = client.Simulator.GetProperties(arn);
        await client.FailureAsync(client.CreateAsync(client.NewUser("x")), "NotStabilized");
        await client.FailureAsync(client.DeleteAsync(arn), "NotStabilized");
        var failed = await client.FailureAsync(client.UpdateAsync(arn, RawClient.Patch("add", "/IdentityInfo/FirstName", "X")), "NotStabilized");
        ((string)failed["StatusMessage"]!).ShouldBe("still settling");
        client.Simulator.GetProperties(arn).ShouldBe(before);
        client.Simulator.UserCount.ShouldBe(5);
    }

    [Fact]
    public async Task Half_applied_updates_apply_the_first_half()
    {
        await using var client = await RawClient.StartAsync();
        client.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.HalfApplied, ErrorCode = "ServiceTimeout" });
        var arn = client.FirstUser();
        var before = client.Properties(arn);
        const string patch = """
            [{"op":"replace","path":"/IdentityInfo/FirstName","value":"One"},{"op":"replace","path":"/IdentityInfo/LastName","value":"Two"},
             {"op":"remove","path":"/HierarchyGroupArn"}]
            """;
        await client.FailureAsync(client.UpdateAsync(arn, patch), "ServiceTimeout");
        var after = client.Properties(arn);
        ((string)after["IdentityInfo"]!["FirstName"]!).ShouldBe("One");
        ((string)after["IdentityInfo"]!["LastName"]!).ShouldBe("Two");
        after["HierarchyGroupArn"]!.ToString().ShouldBe(before["HierarchyGroupArn"]!.ToString());

        await client.FailureAsync(client.CreateAsync(client.NewUser("half", user => user["Tags"] = JsonNode.Parse("""[{"Key":"a","Value":"b"}]"""))), "ServiceTimeout");
        client.Properties(client.Simulator.FindUser("half")!).ContainsKey("Tags").ShouldBeFalse();
    }

    [Fact]
    public async Task Not_applied_reports_success_and_echoes_the_desired_model()
    {
        await using var client = await RawClient.StartAsync();
        client.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.NotApplied });
        var arn = client.FirstUser();
        var before = client.Simulator.GetProperties(arn);
        var done = await client.SuccessAsync(client.UpdateAsync(arn, RawClient.Patch("add", "/IdentityInfo/FirstName", "Wanted")));
        ((string)JsonNode.Parse((string)done["ResourceModel"]!)!["IdentityInfo"]!["FirstName"]!).ShouldBe("Wanted");
        client.Simulator.GetProperties(arn).ShouldBe(before);
        await client.SuccessAsync(client.DeleteAsync(arn));
        client.Simulator.UserCount.ShouldBe(5);
    }

    [Fact]
    public async Task Probabilities_follow_the_seed()
    {
        async Task<string> RunAsync(int seed)
        {
            await using var client = await RawClient.StartAsync(options =>
            {
                options.Seed = seed;
                options.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Throttle, Probability = 0.4 });
            });
            List<int> statuses = [];
            for (var i = 0; i < 60; i++)
            {
                statuses.Add((await client.ListAsync()).Status);
            }

            statuses.Count(status => status == 400).ShouldBeInRange(10, 40);
            return string.Join(',', statuses);
        }

        var first = await RunAsync(7);
        (await RunAsync(7)).ShouldBe(first);
        (await RunAsync(8)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Rules_come_from_a_file()
    {
        using TemporaryFolder folder = new();
        var path = folder.PathOf("faults.json");
        await File.WriteAllTextAsync(path, """
            { "faults": [ // comments are welcome
              { "name": "busy", "operation": "ListResources", "kind": "throttle", "count": 1 },
              { "Operation": "Create*", "User": "j*", "Kind": "HandlerError", "ErrorCode": "Throttling", "Probability": 1.0 },
            ] }
            """, TestContext.Current.CancellationToken);
        await using var client = await RawClient.StartAsync(options => options.FaultPath = path);
        client.Simulator.Faults.Rules.Count.ShouldBe(2);
        (await client.ListAsync()).ShouldFail("ThrottlingException");
        await client.FailureAsync(client.CreateAsync(client.NewUser("jane")), "Throttling");
        await client.SuccessAsync(client.CreateAsync(client.NewUser("anna")));
    }

    [Theory]
    [InlineData("""[{"kind":"Explode"}]""")]
    [InlineData("""[{"operation":"*"}]""")]
    [InlineData("""[{"kind":"Throttle","colour":"red"}]""")]
    [InlineData("""[{"kind":"Throttle","probability":2}]""")]
    [InlineData("""[{"kind":"Http5xx","statusCode":404}]""")]
    [InlineData("""[{"kind":"HandlerError","errorCode":"Nonsense"}]""")]
    [InlineData("""[{"kind":"Throttle","skip":-1}]""")]
    [InlineData("""{"rules":[]}""")]
    [InlineData("nonsense")]
    public async Task Malformed_rules_are_refused(string json)
    {
        await using var client = await RawClient.StartAsync();
        Should.Throw<ArgumentException>(() => client.Simulator.Faults.AddJson(json));
        client.Simulator.Faults.Rules.ShouldBeEmpty();
    }
}
