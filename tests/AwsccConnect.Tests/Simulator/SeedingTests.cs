namespace AwsccConnect.Tests.Simulator;

public class SeedingTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_state_and_another_gives_another()
    {
        async Task<string> DumpAsync(int seed)
        {
            await using var client = await RawClient.StartAsync(options =>
            {
                options.UserCount = 60;
                options.Seed = seed;
            });
            await client.SuccessAsync(client.CreateAsync(client.NewUser("made.later")));
            return string.Join('\n', client.Users().Select(client.Simulator.GetProperties));
        }

        var first = await DumpAsync(3);
        (await DumpAsync(3)).ShouldBe(first);
        (await DumpAsync(4)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Seeded_users_keep_the_rules_that_the_simulator_enforces()
    {
        await using var client = await RawClient.StartAsync(options => options.UserCount = 300);
        List<string> arns = [];
        string? token = null;
        do
        {
            var page = (await client.ListAsync(nextToken: token)).Json;
            arns.AddRange(page["ResourceDescriptions"]!.AsArray().Select(item => (string)item!["Identifier"]!));
            token = (string?)page["NextToken"];
        }
        while (token is not null);
        foreach (var arn in arns)
        {
            // Written again with a change that matters to no rule, every user passes the schema and all rules.
            await client.SuccessAsync(client.UpdateAsync(arn, RawClient.Patch("add", "/IdentityInfo/SecondaryEmail", "second@example.com")));
        }

        List<JsonObject> users = [.. arns.Select(client.Properties)];
        users.Select(user => (string)user["Username"]!).Distinct().Count().ShouldBe(300);
        users.ShouldContain(user => user.ContainsKey("AutoAcceptConfigs"));
        users.ShouldContain(user => user.ContainsKey("UserProficiencies"));
        users.ShouldContain(user => (string)user["PhoneConfig"]!["PhoneType"]! == "DESK_PHONE");
        users.ShouldContain(user => (string)user["PhoneConfig"]!["PhoneType"]! == "SOFT_PHONE");
        users.ShouldAllBe(user => ((string)user["Username"]!).Length <= 20);
        users.Select(user => (string?)user["IdentityInfo"]!["Mobile"]).Where(mobile => mobile is not null).ShouldAllBe(mobile => mobile!.StartsWith("+447700900"));
    }

    [Fact]
    public async Task A_hundred_thousand_users_are_there_and_distinct()
    {
        await using var client = await RawClient.StartAsync(options =>
        {
            options.UserCount = 100_000;
            options.PageSize = 1000;
        });
        HashSet<string> seen = [];
        string? token = null;
        do
        {
            var page = (await client.ListAsync(nextToken: token)).Json;
            foreach (var item in page["ResourceDescriptions"]!.AsArray())
            {
                seen.Add((string)item!["Identifier"]!);
            }

            token = (string?)page["NextToken"];
        }
        while (token is not null);
        seen.Count.ShouldBe(100_000);
    }

    [Fact]
    public async Task Several_instances_share_the_users()
    {
        await using var client = await RawClient.StartAsync(options =>
        {
            options.InstanceCount = 2;
            options.UserCount = 7;
            options.Region = "us-gov-west-1";
        });
        var instances = (await client.ListAsync("AWS::Connect::Instance", model: "{}")).Json["ResourceDescriptions"]!.AsArray();
        instances.Count.ShouldBe(2);
        client.Users().Count.ShouldBe(4);
        client.Simulator.InstanceArn.ShouldStartWith("arn:aws-us-gov:connect:us-gov-west-1:");
        var second = (string)instances[1]!["Identifier"]!;
        JsonObject model = new() { ["InstanceArn"] = second };
        (await client.ListAsync(model: model.ToJsonString())).Json["ResourceDescriptions"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task State_can_be_changed_behind_the_clients_back()
    {
        await using var client = await RawClient.StartAsync();
        var arn = client.FirstUser();
        var changed = client.Properties(arn);
        changed["IdentityInfo"]!["FirstName"] = "Behind";
        changed["Password"] = RawClient.Password;
        client.Simulator.SetProperties(RawClient.UserType, arn, changed.ToJsonString());
        var read = await client.GetAsync(arn);
        read.Text.ShouldContain("Behind");
        read.Text.ShouldNotContain(RawClient.Password);
        client.Simulator.Remove(arn).ShouldBeTrue();
        client.Simulator.Remove(arn).ShouldBeFalse();
        (await client.GetAsync(arn)).ShouldFail("ResourceNotFoundException");
        Should.Throw<ArgumentException>(() => client.Simulator.SetProperties("AWS::Connect::Queue", arn, "{}"));
    }

    [Fact]
    public async Task The_call_log_has_who_what_and_outcome()
    {
        await using var client = await RawClient.StartAsync(options => options.MaximumCalls = 3);
        var arn = client.FirstUser();
        var reply = await client.GetAsync(arn);
        var call = client.Simulator.Calls[^1];
        call.Operation.ShouldBe("GetResource");
        call.Identifier.ShouldBe(arn);
        call.Username.ShouldBe((string)client.Properties(arn)["Username"]!);
        call.Outcome.ShouldBe("Success");
        call.StatusCode.ShouldBe(200);
        call.RequestId.ShouldBe(reply.Headers.GetValues("x-amzn-RequestId").Single());
        var created = await client.CreateAsync(client.NewUser("logged"), "the-token");
        call = client.Simulator.Calls[^1];
        call.ClientToken.ShouldBe("the-token");
        call.RequestToken.ShouldBe((string)created.Event["RequestToken"]!);
        call.Username.ShouldBe("logged");
        await client.StatusAsync(created);
        client.Simulator.Calls[^1].Username.ShouldBe("logged");
        client.Simulator.Calls.Count.ShouldBe(3);
        client.Simulator.CallCount.ShouldBeGreaterThan(3);
        client.Simulator.ClearCalls();
        client.Simulator.CallCount.ShouldBe(0);
        client.Simulator.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_clients_at_once_create_every_user_once()
    {
        await using var client = await RawClient.StartAsync(options => options.LatencyMaximumMilliseconds = 5);
        JsonObject[] desired = [.. Enumerable.Range(0, 200).Select(i => client.NewUser($"many{i % 100}"))];
        var replies = await Task.WhenAll(desired.Select(desired => client.CreateAsync(desired)));
        replies.ShouldAllBe(reply => reply.Status == 200);
        client.Simulator.UserCount.ShouldBe(105);
        var finals = await Task.WhenAll(replies.Select(client.StatusAsync));
        finals.Count(final => (string)final["OperationStatus"]! == "SUCCESS").ShouldBe(100);
        finals.Count(final => (string?)final["ErrorCode"] == "AlreadyExists").ShouldBe(100);
    }
}
