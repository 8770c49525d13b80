namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>Responses that are lost or corrupted on the way: the client token makes the write happen once.</summary>
public sealed class MalformedResponseTests
{
    public static TheoryData<SimulatorFaultKind, int> Malformed => new()
    {
        { SimulatorFaultKind.Reset, 503 },
        { SimulatorFaultKind.ResetAfter, 503 },
        { SimulatorFaultKind.Truncated, 503 },
        { SimulatorFaultKind.Garbage, 503 },
        { SimulatorFaultKind.WrongContentType, 503 },
        { SimulatorFaultKind.Throttle, 503 },
        { SimulatorFaultKind.Http5xx, 500 },
        { SimulatorFaultKind.Http5xx, 502 },
        { SimulatorFaultKind.Http5xx, 503 },
        { SimulatorFaultKind.Http5xx, 504 },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_create_whose_answer_is_spoilt_happens_once(SimulatorFaultKind kind, int status)
    {
        await using var session = await SafetySession.StartAsync();
        session.Fault(new SimulatorFault { Operation = "CreateResource", Kind = kind, StatusCode = status, Count = 2 });
        var result = session.Create(["jane"]);

        result.AllErrors.ShouldBeEmpty();
        result.Output.ShouldHaveSingleItem().Properties["UserArn"].Value.ShouldBe(session.Simulator.FindUser("jane"));
        session.Simulator.UserCount.ShouldBe(7);
        var calls = session.Calls("CreateResource");
        calls.Count.ShouldBe(3);
        calls.Select(call => call.ClientToken).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Spoilt_reads_and_status_answers_are_asked_for_again(SimulatorFaultKind kind, int status)
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 3, HandlerSeconds = 0.3 });
        foreach (var operation in new[] { "GetResourceRequestStatus", "GetResource", "UpdateResource", "DeleteResource", "ListResources" })
        {
            session.Fault(new SimulatorFault { Operation = operation, Kind = kind, StatusCode = status, Count = 1 });
        }

        session.Create(["jane"]).AllErrors.ShouldBeEmpty();
        var jane = session.Simulator.FindUser("jane")!;
        session.Set([jane], "-FirstName Jane").AllErrors.ShouldBeEmpty();
        session.State(jane)["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Jane");
        session.Run("Get-ConnectUser -InstanceArn $instance").Count.ShouldBe(4);
        session.Remove([jane]).AllErrors.ShouldBeEmpty();
        session.Simulator.UserCount.ShouldBe(3);
        session.Simulator.Faults.Rules.ShouldAllBe(rule => rule.Hits == 1);
    }

    [Theory]
    [InlineData(SimulatorFaultKind.Reset)]
    [InlineData(SimulatorFaultKind.ResetAfter)]
    [InlineData(SimulatorFaultKind.Truncated)]
    [InlineData(SimulatorFaultKind.WrongContentType)]
    public async Task A_write_that_was_never_answered_is_reported_as_possibly_accepted(SimulatorFaultKind kind)
    {
        await using var session = await SafetySession.StartAsync();
        session.Fault(new SimulatorFault { Operation = "CreateResource", User = "jane", Kind = kind });
        var result = session.Create(["jane", "joe"]);

        result.Output.ShouldHaveSingleItem().Properties["Username"].Value.ShouldBe("joe");
        var error = result.AllErrors.ShouldHaveSingleItem();
        error.FullyQualifiedErrorId.Split(',')[0].ShouldBeOneOf("NetworkFailure", "InvalidResponse");
        error.ToString().ShouldContain("may have accepted");
        var clientToken = session.Calls("CreateResource", "jane").Select(call => call.ClientToken).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        error.ToString().ShouldContain(clientToken);
    }

    [Fact]
    public async Task Attempts_end_when_the_service_stays_broken()
    {
        await using var session = await SafetySession.StartAsync();
        session.Fault(new SimulatorFault { Operation = "GetResource", Kind = SimulatorFaultKind.Http5xx });
        var result = session.Invoke("Get-ConnectUser $arn", ("arn", session.Users[0]));
        SafetySession.ShouldBeItemError(
            result.AllErrors.ShouldHaveSingleItem(), "ServiceInternalError", System.Management.Automation.ErrorCategory.ResourceUnavailable, session.Users[0]);
        session.Calls("GetResource").Count(call => call.TypeName == "AWS::Connect::User").ShouldBe(6);
    }
}
