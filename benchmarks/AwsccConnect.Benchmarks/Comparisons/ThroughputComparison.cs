using System.Globalization;
using AwsccConnect.Benchmarks.Peers;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>How fast users come when nothing but the processors limits them; the service takes its share of those.</summary>
internal sealed class ThroughputComparison : IComparison
{
    private const int InFlight = 64;
    private const string Script = "Get-ConnectUser -InstanceArn $instance -ThrottleLimit $inFlight @aws";

    public string Name => "throughput";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        var users = options.Scale(10_000, 4_000);
        await using var service = await Service.StartAsync(users);
        await using var worker = await Worker.StartAsync();
        await using var javaScript = await JavaScriptPeer.TryStartAsync(say);
        await using var dotNet = await ReadingPeer.StartDotNetAsync();
        Samples bare = new();
        Samples bareCpu = new();
        Samples bareAllocated = new();
        Samples allocated = new();
        Samples ours = new();
        Samples cpu = new();
        Samples peer = new();
        for (var run = -1; run < options.Runs; run++)
        {
            var own = (await worker.RunAsync(Script, service, ("inFlight", InFlight))).Expect(users);
            var sdk = await dotNet.ReadAsync(service, InFlight, users);
            var other = javaScript is null ? null : await javaScript.ReadAsync(service, InFlight, users);
            if (run >= 0)
            {
                ours.Add(users / own.Seconds);
                allocated.Add(own.AllocatedBytes / 1024.0 / users);
                bare.Add(users / sdk.Seconds);
                bareCpu.Add(sdk.CpuSeconds / users * 1e6);
                bareAllocated.Add(sdk.AllocatedBytes!.Value / 1024.0 / users);
                cpu.Add(own.CpuSeconds / users * 1e6);
                peer.Add(users / (other?.Seconds ?? double.NaN));
            }
        }

        (var speed, var cpuRatio, var allocatedRatio) = (ours.Over(bare), cpu.Over(bareCpu), allocated.Over(bareAllocated));
        var what = string.Create(CultureInfo.InvariantCulture, $"Read {users:N0} users, no latency, 64 in flight: users a second");
        return
        [
            new ResultRow(what, ours.Text("/s", 0))
            {
                Peer = javaScript is null ? "" : $"JavaScript {peer.Text("/s", 0)}",
                Ratio = $"{(javaScript is null ? "" : $"{ours.Over(peer).Text()} x JavaScript; ")}CPU {cpu.Text("us", 0)} a user",
            },
            new ResultRow("The same against the bare AWS SDK for .NET", ours.Text("/s", 0))
            {
                Bar = "at least 0.95 x; CPU at most 1.15 x, allocated at most 1.1 x",
                Peer = $".NET SDK {bare.Text("/s", 0)}",
                Ratio = $"{speed.Text()} x the SDK; CPU {cpuRatio.Text()} x, {allocatedRatio.Text()} x allocated ({allocated.Text("KiB", 1)} to {bareAllocated.Text("KiB", 1)} a user)",
                UsedUp = Math.Max(0.95 / speed.Median, Math.Max(cpuRatio.Median / 1.15, allocatedRatio.Median / 1.1)),
            },
        ];
    }
}
