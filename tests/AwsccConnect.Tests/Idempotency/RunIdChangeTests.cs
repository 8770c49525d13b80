using AwsccConnect.Tests.Commands.Safety;

namespace AwsccConnect.Tests.Idempotency;

/// <summary>Changes and removals that are run again with the same -RunId.</summary>
public sealed class RunIdChangeTests
{
    private const string Set = "$users | Set-ConnectUser -FirstName Changed -AddTag @{ Wave = '2'; Site = 'Leeds' } -RunId change-1";
    private const string Remove = "$users | Remove-ConnectUser -Force -RunId leavers-1 -PassThru";

    [Fact]
    public async Task Changes_that_were_broken_off_are_finished_with_one_change_each()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 12, HandlerSeconds = 0.3, HandlerMaximumSeconds = 0.8 });
        string[] users = [.. session.Users];
        await session.BreakOffAsync("UpdateResource", 5, Set, ("users", users));
        var again = session.Invoke(Set);
        again.AllErrors.ShouldBeEmpty();
        users.ShouldAllBe(user => session.State(user)["IdentityInfo"]!["FirstName"]!.ToString() == "Changed");
        users.ShouldAllBe(user => session.Requests("UpdateResource", user).Count == 1);
        session.Simulator.ClearCalls();
        session.Run(Set);
        session.Writes().ShouldBeEmpty("everything is in the desired state");
    }

    [Fact]
    public async Task Removals_that_were_broken_off_are_finished_with_one_removal_each()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 12, HandlerSeconds = 0.3, HandlerMaximumSeconds = 0.8 });
        string[] users = [.. session.Users];
        await session.BreakOffAsync("DeleteResource", 5, Remove, ("users", users));
        var again = session.Invoke(Remove);
        again.AllErrors.ShouldBeEmpty();
        again.Output.Count.ShouldBe(users.Length, "each is reported as removed, also by the earlier run");
        session.Simulator.UserCount.ShouldBe(0);
        users.ShouldAllBe(user => session.Requests("DeleteResource", user).Count == 1);
        session.Run(Remove).Count.ShouldBe(users.Length);
        session.Requests("DeleteResource").Count.ShouldBe(users.Length);
    }
}
