using System.Management.Automation;
using AwsccConnect.Tests.Commands.Safety;

namespace AwsccConnect.Tests.Idempotency;

/// <summary>Creates that AWS reports as failed after it has made the user: own users are completed, strangers left alone.</summary>
public sealed class FailedCreateTests
{
    private const string New = "$rows | New-ConnectUser -Password $password -Proficiency @{ 'connect:Language/connect:French' = 5 }";

    [Theory]
    [InlineData("Throttling", 2)]
    [InlineData("ServiceInternalError", 2)]
    [InlineData("NotStabilized", 1)]
    public async Task A_user_that_was_made_by_a_failed_create_is_completed(string code, int creates)
    {
        await using var session = await SafetySession.StartAsync();
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "CreateResource", Kind = SimulatorFaultKind.HalfApplied, ErrorCode = code, Count = 1 });
        var result = session.Invoke(New, ("rows", SafetySession.TaggedRows(1)));
        result.AllErrors.ShouldBeEmpty();
        result.Output.ShouldHaveSingleItem().Properties["Username"].Value.ShouldBe("run00");
        var user = session.State(session.Simulator.FindUser("run00")!);
        user["Tags"]!.AsArray().Count.ShouldBe(2);
        user["UserProficiencies"]!.AsArray().Count.ShouldBe(1);
        session.Calls("CreateResource").Count.ShouldBe(creates);
        session.Calls("UpdateResource").Count.ShouldBe(1);
        session.Simulator.CheckPassword(session.Simulator.FindUser("run00")!, SafetySession.Password).ShouldBeTrue();
    }

    [Fact]
    public async Task A_user_that_was_there_before_a_throttled_create_is_a_stranger()
    {
        await using var session = await SafetySession.StartAsync();
        session.Run("$rows | New-ConnectUser -Password $password -LastName Stranger", ("rows", SafetySession.TaggedRows(1)));
        var before = session.State(session.Simulator.FindUser("run00")!).ToJsonString();
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "CreateResource", Kind = SimulatorFaultKind.HandlerError, ErrorCode = "Throttling", Count = 1 });
        var error = session.Invoke(New).AllErrors.ShouldHaveSingleItem();
        SafetySession.ShouldBeItemError(error, "AlreadyExists", ErrorCategory.ResourceExists, "run00");
        error.ToString().ShouldContain("/IdentityInfo/LastName");
        session.State(session.Simulator.FindUser("run00")!).ToJsonString().ShouldBe(before);
        session.Calls("UpdateResource").ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_rows_of_one_user_do_not_both_result_in_it()
    {
        await using var session = await SafetySession.StartAsync();
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "CreateResource", Kind = SimulatorFaultKind.HandlerError, ErrorCode = "Throttling", Count = 2 });
        var result = session.Invoke("$rows | New-ConnectUser -Password $password", ("rows", new[] { SafetySession.TaggedRows(1)[0], SafetySession.TaggedRows(1)[0] }));
        result.Output.Count.ShouldBe(1);
        result.AllErrors.ShouldHaveSingleItem().FullyQualifiedErrorId.ShouldStartWith("AlreadyExists,");
    }

    [Fact]
    public async Task An_own_user_that_cannot_be_completed_is_reported_with_what_is_missing()
    {
        await using var session = await SafetySession.StartAsync();
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "CreateResource", Kind = SimulatorFaultKind.HalfApplied, ErrorCode = "Throttling", Count = 1 });
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "UpdateResource", Kind = SimulatorFaultKind.Exception, ExceptionName = "AccessDeniedException" });
        var error = session.Invoke(New, ("rows", SafetySession.TaggedRows(1))).AllErrors.ShouldHaveSingleItem();
        SafetySession.ShouldBeItemError(error, "CreateHalfApplied", ErrorCategory.InvalidResult, "run00");
        error.ToString().ShouldContain("/Tags");
        error.ToString().ShouldContain("/UserProficiencies");
    }
}
