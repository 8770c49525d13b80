using System.Management.Automation;
using AwsccConnect.Tests.Commands.Safety;
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
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 2, HandlerSeconds = 0.2, HandlerMaximumSeconds = 0.6 });
        await session.BreakOffAsync("CreateResource", 4, New, ("rows", SafetySession.TaggedRows(Many)));

        var again = session.Invoke(New + " -Verbose");
        again.AllErrors.ShouldBeEmpty();
        again.Output.Select(Name).Order().ShouldBe(Enumerable.Range(0, Many).Select(i => $"run{i:00}"));
        session.Requests("CreateResource").Count.ShouldBe(Many, "one request for each user in both runs");
        session.Simulator.UserCount.ShouldBe(2 + Many);
    }

    [Fact]
    public async Task After_36_hours_AWS_has_forgotten_the_run_and_the_error_says_what_is_there()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 2, TimeProvider = clock });
        session.Run(New, ("rows", SafetySession.TaggedRows(2)));
        clock.Advance(TimeSpan.FromHours(35));
        session.Run(New).Count.ShouldBe(2, "AWS still knows");
        clock.Advance(TimeSpan.FromHours(2));
        session.Run("$arn | Set-ConnectUser -LastName Other", ("arn", session.Simulator.FindUser("run01")));
        var again = session.Invoke(New);
        string[] errors = [.. again.AllErrors.Select(error => error.ToString()).Order()];
        errors.Length.ShouldBe(2);
        errors[0].ShouldContain("has the requested values");
        errors[1].ShouldContain("/IdentityInfo/LastName");
    }

    private static string Name(PSObject user) => (string)user.Properties["Username"].Value;
}
