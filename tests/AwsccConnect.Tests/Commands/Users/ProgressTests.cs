using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Progress of runs that last longer than a moment.</summary>
public sealed class ProgressTests : SimulatorTestBase
{
    private const string Onboard =
        "1..6 | ForEach-Object { @{ Username = \"agent$_\"; FirstName = 'A'; LastName = 'B' } } | New-ConnectUser -InstanceArn $instance -RoutingProfile $routing[0] -SecurityProfile $security[0] -Password $password";

    protected override SimulatorOptions Options => new() { UserCount = 0, HandlerSeconds = 2.5 };

    [Fact]
    public void A_longer_run_shows_done_and_total_and_takes_the_bar_away()
    {
        var progress = Invoke(Onboard).Progress;

        progress.ShouldNotBeEmpty();
        progress.ShouldAllBe(record => record.Activity == "Creating users" && record.ActivityId == progress[0].ActivityId);
        progress.ShouldContain(record => record.StatusDescription.Contains(" of 6 ", StringComparison.Ordinal));
        progress.ShouldAllBe(record => record.PercentComplete <= 100);
        progress[^1].RecordType.ShouldBe(ProgressRecordType.Completed);
    }

    [Fact]
    public void Commands_of_one_pipeline_have_bars_of_their_own()
    {
        var progress = Invoke($"{Onboard} | Set-ConnectUser -FirstName Other").Progress;

        progress.Select(record => record.ActivityId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_short_run_shows_none() =>
        Invoke("Get-ConnectUser").Progress.ShouldBeEmpty();
}
