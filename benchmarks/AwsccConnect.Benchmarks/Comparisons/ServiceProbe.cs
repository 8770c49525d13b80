using System.Diagnostics;
using System.Globalization;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>What the service itself can do, so that its limits are not taken for a client's.</summary>
internal sealed class ServiceProbe : IComparison
{
    private const int InFlight = 64;

    public string Name => "service";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        return [await ThroughputAsync(options), await LatencyAsync(options)];
    }

    private static async Task<ResultRow> ThroughputAsync(BenchmarkOptions options)
    {
        var requests = options.Scale(20_000, 5_000);
        await using var service = await Service.StartAsync(users: 2_000);
        Samples rates = new();
        Samples cpu = new();
        for (var run = -1; run < options.Runs; run++)
        {
            var before = (await service.FactsAsync()).CpuSeconds;
            var seconds = await ReadAsync(service, requests);
            var used = (await service.FactsAsync()).CpuSeconds - before;
            if (run >= 0)
            {
                rates.Add(requests / seconds);
                cpu.Add(used / requests * 1e6);
            }
        }

        return new ResultRow("Service alone: requests a second, no latency, 64 in flight, bare HttpClient", rates.Text("/s", 0))
        {
            Peer = $"service's CPU {cpu.Text("us a request", 0)}",
        };
    }

    private static async Task<ResultRow> LatencyAsync(BenchmarkOptions options)
    {
        const int latency = 50;
        var rounds = options.Scale(32, 16);
        var ideal = rounds * latency / 1000.0;
        await using var service = await Service.StartAsync(users: 2_000, latency);
        Samples seconds = new();
        for (var run = -1; run < options.Runs; run++)
        {
            var measured = await ReadAsync(service, rounds * InFlight);
            if (run >= 0)
            {
                seconds.Add(measured);
            }
        }

        return new ResultRow(
            string.Create(CultureInfo.InvariantCulture, $"Service alone: {rounds * InFlight:N0} reads at 50 ms, 64 in flight, bare HttpClient"),
            seconds.Text("s"))
        {
            Ideal = string.Create(CultureInfo.InvariantCulture, $"{ideal:0.00} s"),
            Ratio = $"{seconds.Times(1 / ideal).Text()} x ideal",
        };
    }

    private static async Task<double> ReadAsync(Service service, int requests)
    {
        using RawClient client = new(service, InFlight);
        var identifiers = await client.ListAsync("AWS::Connect::User");
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < requests; i = Interlocked.Increment(ref next))
            {
                await client.ReadUserAsync(identifiers[i % identifiers.Count]);
            }
        }));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
