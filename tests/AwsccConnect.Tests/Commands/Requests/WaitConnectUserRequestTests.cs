using AwsccConnect.Tests.Simulator;

namespace AwsccConnect.Tests.Commands.Requests;

public sealed class WaitConnectUserRequestTests : RequestSession
{
    protected override SimulatorOptions Options => new() { UserCount = 0, HandlerSeconds = 0.8 };

    [Fact]
    public async Task Ctrl_C_ends_listing_waiting_and_cancelling()
    {
        var tokens = await AcceptAsync(300);
        Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Slow, Milliseconds = 300 });
        foreach (var script in new[] { "Get-ConnectUserRequest -Username zz*", "$tokens | Get-ConnectUserRequest", "$tokens | Stop-ConnectUserRequest" })
        {
            Simulator.ClearCalls();
            using var running = Session.Start(script, ("tokens", tokens));
            (await running.WaitUntilAsync(_ => Simulator.CallCount > 10)).ShouldBeTrue(script);
            (await running.StopAsync()).Stopped.ShouldBeTrue(script);
            Simulator.CallCount.ShouldBeLessThan(150, script);
        }
    }

    [Fact]
    public async Task Old_requests_among_many_newer_ones_are_found_in_later_pages()
    {
        var tokens = await AcceptAsync(450);
        Run("$all = Get-ConnectUserRequest; $old = $all[250..449]");
        Simulator.ClearCalls();
        Run("$old.RequestToken | Wait-ConnectUserRequest").Count.ShouldBe(200);
        tokens.Length.ShouldBe(450);
        (Calls("GetResourceRequestStatus").Count + Calls("ListResourceRequests").Count).ShouldBeLessThan(60);
    }

    /// <summary>Has the simulator accept creates of <c>user.1</c> and on, without the module, which would keep to AWS's pace.</summary>
    /// <returns>The request tokens, in no order.</returns>
    private async Task<string[]> AcceptAsync(int count)
    {
        JsonObject model = new()
        {
            ["InstanceArn"] = Simulator.InstanceArn,
            ["RoutingProfileArn"] = RoutingProfiles[0],
            ["SecurityProfileArns"] = new JsonArray(SecurityProfiles[0]),
            ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Ada", ["LastName"] = "Li" },
            ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE" },
            ["Password"] = Password,
        };
        var bodies = Enumerable.Range(1, count).Select(number =>
        {
            model["Username"] = $"user.{number}";
            return new JsonObject { ["TypeName"] = "AWS::Connect::User", ["DesiredState"] = model.ToJsonString() };
        }).ToList();
        var responses = await Task.WhenAll(bodies.Select(body => RawClient.CallAsync(Simulator, "CreateResource", body)));
        Simulator.ClearCalls();
        return [.. responses.Select(response => response.Event["RequestToken"]!.ToString())];
    }
}
