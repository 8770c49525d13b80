using System.Globalization;
using AwsccConnect.Chaos;

namespace AwsccConnect.Tests.Idempotency;

/// <summary>A small chaos run; the large one is a program of its own, tests/AwsccConnect.Chaos.</summary>
public sealed class ChaosTests
{
    [Fact]
    public async Task Processes_that_are_killed_and_started_again_do_everything_exactly_once()
    {
        List<string> reported = [];
        var report = await ChaosRun.RunAsync(new ChaosOptions { Seed = 11, Users = 8, Kills = 2 }, reported.Add);
        report.Problems.ShouldBeEmpty(string.Join('\n', reported));
        report.Phases.Select(phase => phase.Operation).ShouldBe(["CreateResource", "UpdateResource", "DeleteResource"]);
        report.Phases.Sum(phase => phase.Kills).ShouldBe(2, string.Join('\n', reported));
        report.Phases.ShouldAllBe(phase => phase.Requests >= 8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task What_processes_have_changed_that_may_be_killed_is_taken_back_but_for_what_others_have_changed(int seed) =>
        (await UndoRun.RunAsync(seed)).ShouldBeEmpty();

    [Theory]
    [InlineData("--users", "0")]
    [InlineData("--users", "many")]
    [InlineData("--lost", "101")]
    [InlineData("--unknown", "1")]
    [InlineData("--seed")]
    public void Arguments_that_mean_nothing_are_refused(params string[] arguments) =>
        Should.Throw<ArgumentException>(() => ChaosOptions.Parse(arguments)).Message.ShouldContain(arguments[0]);

    [Fact]
    public void Without_arguments_it_is_the_large_run()
    {
        var options = ChaosOptions.Parse([]);
        string.Create(CultureInfo.InvariantCulture, $"{options.Users} {options.Kills} {options.Throttled} {options.Reset} {options.Failed} {options.Lost} {options.HalfApplied} {options.Undos}")
            .ShouldBe("500 5 10 5 5 2 0 20");
    }
}
