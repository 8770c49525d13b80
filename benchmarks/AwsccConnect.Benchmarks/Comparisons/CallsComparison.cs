using System.Globalization;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>API calls that a created user costs when the handler works on it for three seconds.</summary>
internal sealed class CallsComparison : IComparison
{
    private const double HandlerSeconds = 3;

    public string Name => "calls";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say) =>
    [
        await RunAsync(options, retryAfter: true, "API calls per created user, 3 s handler"),
        await RunAsync(options, retryAfter: false, "API calls per created user, 3 s handler, service sends no RetryAfter"),
    ];

    private static async Task<ResultRow> RunAsync(BenchmarkOptions options, bool retryAfter, string what)
    {
        const double bar = 2.5;
        var users = options.Scale(64, 16);
        var runs = await PacedRuns.RunAsync(
            options.Runs,
            () => Service.StartAsync(users: 0, handler: HandlerSeconds, retryAfter: retryAfter),
            CreateScript.One,
            CreateScript.Many,
            ("count", users));
        Samples calls = new(runs.Select(run => run.Facts.AllCalls / (double)users));
        Samples seconds = new(runs.Select(run => run.Work.Seconds));
        return new ResultRow(what, calls.Text())
        {
            Bar = "at most 2.5",
            Ideal = "2",
            Ratio = string.Create(CultureInfo.InvariantCulture, $"{seconds.Text("s", 1)} for {users} users, 16 in flight"),
            UsedUp = calls.Median / bar,
            Holds = runs.All(run => run.Work.Count == users),
        };
    }
}
