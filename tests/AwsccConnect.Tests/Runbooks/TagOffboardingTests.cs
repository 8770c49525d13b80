using System.Text.Json.Nodes;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Runbooks;

/// <summary>examples/runbooks/Invoke-TagOffboarding.ps1.</summary>
public sealed class TagOffboardingTests
{
    [Fact]
    public async Task Those_with_the_tag_go_and_all_others_stay()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        string[] users = Users(world);
        Tag(world, users[0], "Leaver", "true");
        Tag(world, users[1], "Leaver", "false");
        Tag(world, users[2], "leaver", "true");
        Tag(world, users[3], "Leaver", "true");

        PwshResult result = await world.RunAsync("Invoke-TagOffboarding");

        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("Removed: 2\nFailed: 0\nNotDone: 0\n");
        world.Report().Select(row => (row["UserArn"], row["Status"])).ShouldBe([(users[0], "Removed"), (users[3], "Removed")], ignoreOrder: true);
        world.Report().ShouldAllBe(row => row["Username"].Length > 0);
        Users(world).ShouldBe([users[1], users[2], users[4], users[5]], ignoreOrder: true);
    }

    [Fact]
    public async Task More_than_the_cap_is_2_and_nobody_goes()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        foreach (string user in Users(world).Take(3))
        {
            Tag(world, user, "Site", "Closed=2026");
        }

        PwshResult result = await world.RunAsync("Invoke-TagOffboarding", "-Tag", "Site=Closed=2026", "-MaximumRemovals", "2");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("3 users have the tag Site=Closed=2026");
        world.CountCalls("DeleteResource").ShouldBe(0);
        world.Report().Select(row => row["Status"]).ShouldBe(["NotDone", "NotDone", "NotDone"]);
    }

    [Fact]
    public async Task One_that_cannot_be_removed_is_1_and_the_rest_goes_on()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        string[] users = Users(world);
        foreach (string user in users[..3])
        {
            Tag(world, user, "Leaver", "true");
        }

        world.Simulator.Faults.Add(new SimulatorFault
        {
            Operation = "DeleteResource",
            Kind = SimulatorFaultKind.HandlerError,
            ErrorCode = "InvalidRequest",
            Count = 1,
        });

        PwshResult result = await world.RunAsync("Invoke-TagOffboarding");

        result.ExitCode.ShouldBe(1);
        world.Report().Select(row => row["Status"]).ShouldBe(["Failed", "Removed", "Removed"], ignoreOrder: true);
        Dictionary<string, string> failed = world.Report().Single(row => row["Status"] == "Failed");
        failed["ErrorId"].ShouldBe("InvalidRequest");
        failed["Message"].ShouldNotBeEmpty();
        Users(world).ShouldContain(failed["UserArn"]);
        world.Simulator.UserCount.ShouldBe(4);
    }

    [Fact]
    public async Task WhatIf_names_them_and_removes_nobody()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        string user = Users(world)[0];
        Tag(world, user, "Leaver", "true");

        PwshResult result = await world.RunAsync("Invoke-TagOffboarding", "-WhatIf");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain($"What if: Remove user ");
        result.Output.ShouldContain(user);
        world.CountCalls("DeleteResource").ShouldBe(0);
        world.HasReport().ShouldBeFalse();
    }

    [Fact]
    public async Task With_nobody_to_remove_all_is_good()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        PwshResult result = await world.RunAsync("Invoke-TagOffboarding");
        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        world.ReportText().ShouldBe($"Username,Status,UserArn,ErrorId,Message{Environment.NewLine}");
    }

    private static string[] Users(RunbookWorld world)
    {
        using ModuleSession session = new();
        return [.. session.Run(
            "Get-ConnectUser -IdentifierOnly -InstanceArn $instance -EndpointUrl $url -AccessKey A -SecretKey none",
            ("instance", world.Simulator.InstanceArn), ("url", world.Simulator.Url.AbsoluteUri)).Select(user => (string)user.Properties["UserArn"].Value)];
    }

    private static void Tag(RunbookWorld world, string user, string key, string value)
    {
        JsonNode state = JsonNode.Parse(world.Simulator.GetProperties(user))!;
        state["Tags"] = new JsonArray(new JsonObject { ["Key"] = key, ["Value"] = value });
        world.Simulator.SetProperties("AWS::Connect::User", user, state.ToJsonString());
    }
}
