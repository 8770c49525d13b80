using System.Globalization;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>Creating users under AWS's default quota for CreateUser.</summary>
internal sealed class CreateComparison : IComparison
{
    private const double Rate = 2;
    private const double Burst = 5;

    public string Name => "create";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        const double timeBar = 1.05;
        const double throttledBar = 5;
        var users = options.Scale(200, 30);
        var ideal = (users - Burst) / Rate;
        say(string.Create(CultureInfo.InvariantCulture, $"{options.Runs} runs side by side, about {ideal:0} s"));
        var runs = await PacedRuns.RunAsync(
            options.Runs, () => Service.StartAsync(users: 0, quota: "CreateUser=2/5"), CreateScript.One, CreateScript.Many, ("count", users));

        // Throttling of a handler shows in the status, so it is counted as what was requested beyond what was created.
        Samples seconds = new(runs.Select(run => run.Work.Seconds));
        Samples throttled = new(runs.Select(run => 100.0 * (run.Facts.CallsOf("CreateResource") - run.Work.Count) / run.Facts.CallsOf("CreateResource")));
        var failed = runs.Sum(run => users - run.Work.Count);
        var what = string.Create(CultureInfo.InvariantCulture, $"Create {users} users under 2/s, burst 5");
        if (failed > 0)
        {
            say(runs.SelectMany(run => run.Work.Errors).FirstOrDefault() ?? "");
        }

        return
        [
            new ResultRow(what, seconds.Text("s", 1))
            {
                Bar = "at most 1.05 x ideal, no failed item",
                Ideal = string.Create(CultureInfo.InvariantCulture, $"{ideal:0.0} s"),
                Ratio = string.Create(CultureInfo.InvariantCulture, $"{seconds.Times(1 / ideal).Text(digits: 3)} x ideal, {failed} failed"),
                UsedUp = seconds.Median / ideal / timeBar,
                Holds = failed == 0,
            },
            new ResultRow($"{what}: throttled calls", throttled.Text("%", 1))
            {
                Bar = "under 5 %",
                UsedUp = throttled.Median / throttledBar,
            },
        ];
    }
}
