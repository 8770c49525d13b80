using System.Management.Automation;
using AwsccConnect.Tests.Commands.Safety;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Idempotency;

/// <summary>Changes and removals that are run again with the same -RunId.</summary>
public sealed class RunIdChangeTests
{
    private const string Set = "$users | Set-ConnectUser -FirstName Changed -AddTag @{ Wave = '2'; Site = 'Leeds' } -RunId change-1";
    private const string Remove = "$users | Remove-ConnectUser -Force -RunId leavers-1 -PassThru";

    [Fact]
    public async Task Changes_that_were_broken_off_are_finished_with_one_change_each()
    {
        await using SafetySession session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 12, HandlerSeconds = 0.3, HandlerMaximumSeconds = 0.8 });
        string[] users = [.. session.Users];
        await session.BreakOffAsync("UpdateResource", 5, Set, ("users", users));
        InvocationResult again = session.PowerShell.Invoke(Set);
        again.AllErrors.ShouldBeEmpty();
        users.ShouldAllBe(user => session.State(user)["IdentityInfo"]!["FirstName"]!.ToString() == "Changed");
        users.ShouldAllBe(user => session.Requests("UpdateResource", user).Count == 1);
        session.Simulator.ClearCalls();
        session.PowerShell.Run(Set);
        session.Writes().ShouldBeEmpty("everything is as wanted");
    }

    [Fact]
    public async Task What_was_changed_back_since_is_changed_again()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        string[] users = [session.Users[0]];
        session.PowerShell.Run(Set, ("users", users));
        session.PowerShell.Run("$users | Set-ConnectUser -FirstName Back");
        session.PowerShell.Run(Set);
        session.State(users[0])["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Changed");
    }

    [Fact]
    public async Task There_and_back_and_there_again_within_a_run_ends_there()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        const string ThereAndBack = "$rows | Set-ConnectUser -ThrottleLimit 1 -RunId swing";
        object[] rows = [.. new[] { "A", "B", "A" }.Select(name =>
        {
            PSObject row = new();
            row.Properties.Add(new PSNoteProperty("UserArn", session.Users[0]));
            row.Properties.Add(new PSNoteProperty("FirstName", name));
            return row;
        })];
        session.PowerShell.Run(ThereAndBack, ("rows", rows));
        session.State(session.Users[0])["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("A");
        session.PowerShell.Run(ThereAndBack);
        session.State(session.Users[0])["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("A");
    }

    [Fact]
    public async Task A_half_applied_change_of_the_earlier_run_is_finished()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        string[] users = [session.Users[0]];
        session.Fault(new SimulatorFault { Operation = "UpdateResource", Kind = SimulatorFaultKind.HalfApplied, ErrorCode = "GeneralServiceException", Count = 1 });
        session.PowerShell.Invoke(Set, ("users", users)).AllErrors.ShouldHaveSingleItem().FullyQualifiedErrorId.ShouldStartWith("UpdateHalfApplied,");
        session.PowerShell.Invoke(Set).AllErrors.ShouldBeEmpty();
        session.State(users[0])["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Changed");
        session.State(users[0])["Tags"]!.AsArray().Select(tag => tag!["Key"]!.ToString()).ShouldContain("Wave");
        session.Calls("UpdateResource").Count(call => call.Outcome.StartsWith("ClientTokenConflict", StringComparison.Ordinal)).ShouldBe(1, "the second text is another one");
    }

    [Fact]
    public async Task A_failed_change_of_the_earlier_run_is_made_with_another_attempt()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        string[] users = [session.Users[0]];
        session.Fault(new SimulatorFault { Operation = "UpdateResource", Kind = SimulatorFaultKind.HandlerError, ErrorCode = "AccessDenied", Count = 1 });
        session.PowerShell.Invoke(Set, ("users", users)).AllErrors.Count.ShouldBe(1);
        session.PowerShell.Invoke(Set).AllErrors.ShouldBeEmpty();
        session.Requests("UpdateResource").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_patch_that_would_do_more_when_applied_twice_is_applied_once()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        string[] users = [session.Users[0]];
        const string Patch = """$users | Set-ConnectUser -PatchDocument '[{"op":"remove","path":"/Tags/0"}]' -RunId change-2 -PassThru""";
        session.PowerShell.Run("$users | Set-ConnectUser -AddTag @{ A = '1'; B = '2'; C = '3'; D = '4' }", ("users", users));
        int before = session.State(users[0])["Tags"]!.AsArray().Count;
        for (int run = 0; run < 3; run++)
        {
            session.PowerShell.Run(Patch).Count.ShouldBe(1);
            session.State(users[0])["Tags"]!.AsArray().Count.ShouldBe(before - 1);
        }
    }

    [Fact]
    public async Task A_patch_of_which_AWS_does_not_say_whether_it_was_applied_is_not_repeated()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        string[] users = [session.Users[0]];
        const string Patch = """$users | Set-ConnectUser -LastName $name -PatchDocument '[{"op":"copy","from":"/IdentityInfo/LastName","path":"/IdentityInfo/FirstName"}]' -RunId change-3""";
        session.PowerShell.Run(Patch, ("users", users), ("name", "One"));
        session.PowerShell.Run("$users | Set-ConnectUser -LastName Two");
        ErrorRecord error = session.PowerShell.Invoke(Patch).AllErrors.ShouldHaveSingleItem();
        SafetySession.ShouldBeItemError(error, "ClientTokenConflict", ErrorCategory.InvalidOperation, session.UsernameOf(users[0]));
        session.State(users[0])["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Two");
    }

    [Fact]
    public async Task Removals_that_were_broken_off_are_finished_with_one_removal_each()
    {
        await using SafetySession session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 12, HandlerSeconds = 0.3, HandlerMaximumSeconds = 0.8 });
        string[] users = [.. session.Users];
        await session.BreakOffAsync("DeleteResource", 5, Remove, ("users", users));
        InvocationResult again = session.PowerShell.Invoke(Remove);
        again.AllErrors.ShouldBeEmpty();
        again.Output.Count.ShouldBe(users.Length, "each is told as removed, also by the earlier run");
        session.Simulator.UserCount.ShouldBe(0);
        users.ShouldAllBe(user => session.Requests("DeleteResource", user).Count == 1);
        session.PowerShell.Run(Remove).Count.ShouldBe(users.Length);
        session.Requests("DeleteResource").Count.ShouldBe(users.Length);
    }

    [Fact]
    public async Task A_user_that_never_was_is_NotFound_in_every_run()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        string[] users = [$"{session.Simulator.InstanceArn}/agent/00000000-0000-0000-0000-000000000000"];
        for (int run = 0; run < 3; run++)
        {
            InvocationResult result = session.PowerShell.Invoke(Remove, ("users", users));
            SafetySession.ShouldBeItemError(result.AllErrors.ShouldHaveSingleItem(), "NotFound", ErrorCategory.ObjectNotFound, users[0]);
        }
    }

    [Fact]
    public async Task A_removal_that_AWS_only_claimed_is_made()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        string[] users = [session.Users[0]];
        session.Fault(new SimulatorFault { Operation = "DeleteResource", Kind = SimulatorFaultKind.NotApplied, Count = 1 });
        session.PowerShell.Run(Remove, ("users", users));
        session.Simulator.UserCount.ShouldBe(6);
        session.PowerShell.Run(Remove);
        session.Simulator.UserCount.ShouldBe(5);
    }
}
