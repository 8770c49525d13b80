using System.Management.Automation;
using AwsccConnect.Tests.Commands.Safety;
using AwsccConnect.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Idempotency;

/// <summary>A command that is run again with the same -RunId finishes what was left and does nothing twice.</summary>
public sealed class RunIdTests
{
    private const int Many = 12;
    private const string New = "$rows | New-ConnectUser -Password $password -RunId onboarding-1";

    [Fact]
    public async Task A_create_that_was_broken_off_is_finished_with_each_user_once()
    {
        await using SafetySession session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 2, HandlerSeconds = 0.2, HandlerMaximumSeconds = 0.6 });
        await session.BreakOffAsync("CreateResource", 4, New, ("rows", RunSession.Rows(Many)));

        InvocationResult again = session.PowerShell.Invoke(New + " -Verbose");
        again.AllErrors.ShouldBeEmpty();
        again.Output.Select(Name).Order().ShouldBe(Enumerable.Range(0, Many).Select(i => $"run{i:00}"));
        session.Requests("CreateResource").Count.ShouldBe(Many, "one request for each user in both runs");
        session.Simulator.UserCount.ShouldBe(2 + Many);
    }

    [Fact]
    public async Task A_run_that_was_done_is_answered_as_if_it_had_just_been_done()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        session.PowerShell.Run(New, ("rows", RunSession.Rows(3)));
        session.Simulator.ClearCalls();
        InvocationResult again = session.PowerShell.Invoke(New + " -Verbose");
        again.AllErrors.ShouldBeEmpty();
        again.Output.Select(Name).Order().ShouldBe(["run00", "run01", "run02"]);
        again.Output.ShouldAllBe(user => user.TypeNames.Contains("AwsccConnect.ConnectUser"));
        again.Verbose.Count(line => line.ToString().Contains("done by an earlier run", StringComparison.Ordinal)).ShouldBe(3);
        session.Simulator.UserCount.ShouldBe(9);
    }

    [Fact]
    public async Task What_was_created_and_removed_since_is_created_again()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        session.PowerShell.Run(New, ("rows", RunSession.Rows(2)));
        session.Simulator.Remove(session.Simulator.FindUser("run01")!);
        session.PowerShell.Run(New).Count.ShouldBe(2);
        session.Requests("CreateResource", "run00").Count.ShouldBe(1);
        session.Requests("CreateResource", "run01").Count.ShouldBe(2);
        session.PowerShell.Run(New).Count.ShouldBe(2);
        session.Requests("CreateResource", "run01").Count.ShouldBe(2, "the second attempt is remembered too");
    }

    [Fact]
    public async Task What_was_created_and_changed_since_stays_changed()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        session.PowerShell.Run(New, ("rows", RunSession.Rows(1)));
        session.PowerShell.Run("$arn | Set-ConnectUser -FirstName Changed", ("arn", session.Simulator.FindUser("run00")));
        PSObject user = session.PowerShell.Run(New).ShouldHaveSingleItem();
        user.Properties["FirstName"].Value.ShouldBe("Changed");
    }

    [Fact]
    public async Task Another_run_is_another_run()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        session.PowerShell.Run(New, ("rows", RunSession.Rows(1)));
        ErrorRecord error = session.PowerShell.Invoke("$rows | New-ConnectUser -Password $password -RunId onboarding-2").AllErrors.ShouldHaveSingleItem();
        SafetySession.ShouldBeItemError(error, "AlreadyExists", ErrorCategory.ResourceExists, "run00");
        error.ToString().ShouldContain("has the values asked for");
    }

    [Fact]
    public async Task A_row_that_is_there_twice_is_an_error_in_the_first_run_and_in_the_next()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        PSObject[] rows = [.. RunSession.Rows(1), .. RunSession.Rows(1)];
        foreach (string run in new[] { "first", "second" })
        {
            InvocationResult result = session.PowerShell.Invoke(New, ("rows", rows));
            result.Output.Count.ShouldBe(1, run);
            SafetySession.ShouldBeItemError(result.AllErrors.ShouldHaveSingleItem(run), "AlreadyExists", ErrorCategory.ResourceExists, "run00");
        }

        session.Simulator.UserCount.ShouldBe(7);
    }

    [Fact]
    public async Task A_failure_of_the_earlier_run_is_tried_again()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        session.Fault(new SimulatorFault { Operation = "CreateResource", User = "run00", Kind = SimulatorFaultKind.HandlerError, ErrorCode = "InvalidRequest", Count = 1 });
        session.PowerShell.Invoke(New, ("rows", RunSession.Rows(1))).AllErrors.ShouldHaveSingleItem().FullyQualifiedErrorId.ShouldStartWith("InvalidRequest,");
        session.PowerShell.Run(New).Count.ShouldBe(1);
        session.Requests("CreateResource").Count.ShouldBe(2);
        session.Simulator.FindUser("run00").ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_password_does_not_make_another_user_and_is_told_of()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        session.PowerShell.Run(New, ("rows", RunSession.Rows(2)));
        InvocationResult again = session.PowerShell.Invoke(New, ("password", SafetySession.Secure("Other0Password")));
        again.AllErrors.ShouldBeEmpty();
        again.Output.Count.ShouldBe(2);
        again.Warnings.Count.ShouldBe(2);
        again.Warnings.ShouldAllBe(warning => warning.ToString().Contains("was not set", StringComparison.Ordinal));
        session.Simulator.CheckPassword(session.Simulator.FindUser("run00")!, SafetySession.Password).ShouldBeTrue();
        session.Simulator.UserCount.ShouldBe(8);
    }

    [Fact]
    public async Task After_36_hours_AWS_has_forgotten_the_run_and_the_error_says_what_is_there()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using SafetySession session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 2, TimeProvider = clock });
        session.PowerShell.Run(New, ("rows", RunSession.Rows(2)));
        clock.Advance(TimeSpan.FromHours(35));
        session.PowerShell.Run(New).Count.ShouldBe(2, "AWS still knows");
        clock.Advance(TimeSpan.FromHours(2));
        session.PowerShell.Run("$arn | Set-ConnectUser -LastName Other", ("arn", session.Simulator.FindUser("run01")));
        InvocationResult again = session.PowerShell.Invoke(New);
        string[] errors = [.. again.AllErrors.Select(error => error.ToString()).Order()];
        errors.Length.ShouldBe(2);
        errors[0].ShouldContain("has the values asked for");
        errors[1].ShouldContain("/IdentityInfo/LastName");
    }

    [Fact]
    public async Task NoWait_gives_the_requests_of_the_earlier_run()
    {
        await using SafetySession session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 2, HandlerSeconds = 5 });
        string[] first = Tokens(session.PowerShell.Run(New + " -NoWait", ("rows", RunSession.Rows(3))));
        Tokens(session.PowerShell.Run(New + " -NoWait")).ShouldBe(first);
        first.Distinct().Count().ShouldBe(3);
        session.Requests("CreateResource").Count.ShouldBe(3);

        static string[] Tokens(IEnumerable<PSObject> requests) => [.. requests.Select(request => (string)request.Properties["RequestToken"].Value).Order()];
    }

    [Theory]
    [InlineData("-GeneratePassword", "GeneratePassword")]
    [InlineData("-Password $password -ClientToken mine", "ClientToken")]
    public async Task What_does_not_go_with_a_run_is_refused_before_any_call(string parameters, string named)
    {
        await using SafetySession session = await SafetySession.StartAsync();
        InvocationResult result = session.PowerShell.Invoke($"$rows | New-ConnectUser -RunId onboarding-1 {parameters}", ("rows", RunSession.Rows(2)));
        result.AllErrors.ShouldHaveSingleItem().ToString().ShouldContain(named);
        result.Output.ShouldBeEmpty();
        session.Simulator.CallCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("$users | Set-ConnectUser -FirstName A -RunId r -ClientToken t")]
    [InlineData("$users | Remove-ConnectUser -Force -RunId r -ClientToken t")]
    [InlineData("$users | Set-ConnectUser -FirstName A -RunId 'two words'")]
    [InlineData("$users | Remove-ConnectUser -Force -RunId ''")]
    public async Task Changes_and_removals_refuse_it_too(string script)
    {
        await using SafetySession session = await SafetySession.StartAsync();
        session.PowerShell.Invoke(script, ("users", session.Users.ToArray())).AllErrors.ShouldHaveSingleItem().ToString().ShouldContain("RunId");
        session.Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public async Task The_password_is_no_part_of_a_token()
    {
        string[] tokens = [await FirstTokenAsync(SafetySession.Password), await FirstTokenAsync("Other0Password")];
        tokens[0].ShouldBe(tokens[1]);

        static async Task<string> FirstTokenAsync(string password)
        {
            await using SafetySession session = await SafetySession.StartAsync();
            session.PowerShell.Run(New, ("rows", RunSession.Rows(1)), ("password", SafetySession.Secure(password)));
            return session.Calls("CreateResource").ShouldHaveSingleItem().ClientToken!;
        }
    }

    private static string Name(PSObject user) => (string)user.Properties["Username"].Value;
}
