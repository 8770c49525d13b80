using System.Globalization;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>Reading users under AWS's default quota for DescribeUser.</summary>
internal sealed class ThrottledReadComparison : IComparison
{
    private const double Rate = 10;
    private const double Burst = 20;

    public string Name => "throttled";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        const double timeBar = 1.1;
        const double throttledBar = 10;
        var users = options.Scale(500, 60);
        var ideal = (users - Burst) / Rate;
        say(string.Create(CultureInfo.InvariantCulture, $"{options.Runs} runs side by side, about {ideal:0} s"));
        var runs = await PacedRuns.RunAsync(
            options.Runs,
            () => Service.StartAsync(users, quota: "DescribeUser=10/20"),
            "Get-ConnectUser -InstanceArn $instance -First 1 @aws",
            "Get-ConnectUser -InstanceArn $instance @aws");
        Samples seconds = new(runs.Select(run => run.Work.Seconds));
        Samples throttled = new(runs.Select(run => 100.0 * (run.Facts.CallsOf("GetResource") - run.Work.Count) / run.Facts.CallsOf("GetResource")));
        var failed = runs.Sum(run => users - run.Work.Count);
        var what = string.Create(CultureInfo.InvariantCulture, $"Read {users} users under 10/s, burst 20");
        return
        [
            new ResultRow(what, seconds.Text("s", 1))
            {
                Bar = "at most 1.1 x ideal, no failed item",
                Ideal = string.Create(CultureInfo.InvariantCulture, $"{ideal:0.0} s"),
                Ratio = string.Create(CultureInfo.InvariantCulture, $"{seconds.Times(1 / ideal).Text(digits: 3)} x ideal, {failed} failed"),
                UsedUp = seconds.Median / ideal / timeBar,
                Holds = failed == 0,
            },
            new ResultRow($"{what}: throttled calls", throttled.Text("%", 1))
            {
                Bar = "under 10 %",
                UsedUp = throttled.Median / throttledBar,
            },
        ];
    }
}
