using System.Globalization;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>The module's pacing beside what else there is, in real time, everything in parallel: the work is nearly all waiting.</summary>
internal static class PacingComparison
{
    private const int MostRuns = 3;

    private static readonly Func<IPacingStrategy>[] Strategies =
    [
        () => new ModuleStrategy(),
        () => new SdkAdaptiveStrategy(),
        () => new TokenBucketStrategy(),
        () => new PollyStrategy(),
    ];

    /// <summary>Runs it.</summary>
    public static async Task<string> RunAsync(BenchmarkOptions options)
    {
        var scenarios = PacingScenario.Of(options);
        var runs = Math.Min(options.Runs, MostRuns);
        List<Task<IReadOnlyList<string>>> lines = [];
        foreach (var atOnce in new[] { false, true })
        {
            lines.AddRange(Strategies.Select(strategy => LineAsync(strategy, scenarios, runs, atOnce)));
        }

        var table = TableText.Of(
            ["Strategy", "Throttling shows", .. scenarios.Select(scenario => string.Create(CultureInfo.InvariantCulture, $"{scenario.Name} (ideal {scenario.Ideal:0.0} s)"))],
            await Task.WhenAll(lines));
        var text = string.Create(CultureInfo.InvariantCulture, $"{scenarios[0].Creates} creates, {runs} runs side by side, median (min-max) of the time over the ideal.");
        return $"{text}\n\n{table}";
    }

    private static async Task<IReadOnlyList<string>> LineAsync(Func<IPacingStrategy> strategy, IReadOnlyList<PacingScenario> scenarios, int runs, bool atOnce)
    {
        var cells = await Task.WhenAll(scenarios.Select(async scenario =>
        {
            var results = await Task.WhenAll(Enumerable.Range(0, runs).Select(_ => MeasureAsync(strategy, scenario, atOnce)));
            Samples times = new(results.Select(result => result.Seconds / scenario.Ideal));
            Samples throttled = new(results.Select(result => result.ThrottledPercent));
            return string.Create(CultureInfo.InvariantCulture, $"{times.Text()} x, {results.Sum(result => result.Failed) / (double)runs:0.#} failed, {throttled.Median:0.0} % throttled");
        }));
        await using var named = strategy();
        return [named.Name, atOnce ? "as an error of the call" : "in the status, as AWS has it", .. cells];
    }

    private static async Task<PacingResult> MeasureAsync(Func<IPacingStrategy> create, PacingScenario scenario, bool atOnce)
    {
        const int seeded = 1;
        string Quota(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate}/{PacingScenario.Burst}");
        SimulatorOptions options = new() { UserCount = seeded, ThrottleWritesAtOnce = atOnce };
        options.Quota["CreateUser"] = Quota(scenario.Rate);
        await using var simulator = await ConnectSimulator.StartAsync(options);
        var target = await TargetAsync(simulator);
        await using var strategy = create();
        await strategy.PrepareAsync(target);
        using CancellationTokenSource ended = new();
        var change = scenario.Changes ? ChangeAsync(simulator, TimeSpan.FromSeconds(scenario.ChangeAfter), Quota(scenario.LaterRate), ended.Token) : Task.CompletedTask;
        var seconds = await strategy.RunAsync(target, scenario.Creates);
        await ended.CancelAsync();
        await change;
        var created = simulator.UserCount - seeded;
        var sent = simulator.Calls.Count(call => call.Operation == "CreateResource");
        return new PacingResult(seconds, scenario.Creates - created, 100.0 * (sent - created) / sent);
    }

    private static async Task ChangeAsync(ConnectSimulator simulator, TimeSpan after, string quota, CancellationToken cancellation)
    {
        await Task.Delay(after, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        if (!cancellation.IsCancellationRequested)
        {
            simulator.SetQuota("CreateUser", quota);
        }
    }

    private static async Task<PacingTarget> TargetAsync(ConnectSimulator simulator)
    {
        using RawClient client = new(simulator.Url, simulator.InstanceArn, inFlight: 1);
        return new PacingTarget(
            simulator.Url,
            simulator.Region,
            simulator.InstanceArn,
            (await client.ListAsync("AWS::Connect::RoutingProfile"))[0],
            (await client.ListAsync("AWS::Connect::SecurityProfile"))[0]);
    }
}
