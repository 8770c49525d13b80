using System.Globalization;
using AwsccConnect.Benchmarks.Peers;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>Reading all users of an instance, beside the AWS SDK for JavaScript and the AWS CLI.</summary>
internal sealed class ReadComparison : IComparison
{
    private const int InFlight = 64;
    private const double Latency = 0.05;
    private const double Page = 100;
    private const string Script = "Get-ConnectUser -InstanceArn $instance -ThrottleLimit $inFlight @aws";

    private readonly Samples _ours = new();
    private readonly Samples _cpu = new();
    private readonly Samples _allocated = new();
    private readonly Samples _peer = new();
    private readonly Samples _peerCpu = new();
    private readonly Samples _sdk = new();

    public string Name => "read";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        const int users = 2_000;
        await using var service = await Service.StartAsync(users, latency: 50);
        await using var worker = await Worker.StartAsync();
        await using var javaScript = await JavaScriptPeer.TryStartAsync(say);
        await using var dotNet = await ReadingPeer.StartDotNetAsync();
        for (var run = -1; run < options.Runs; run++)
        {
            var own = (await worker.RunAsync(Script, service, ("inFlight", InFlight))).Expect(users);
            var peer = javaScript is null ? null : await javaScript.ReadAsync(service, InFlight, users);
            var sdk = await dotNet.ReadAsync(service, InFlight, users);
            if (run < 0)
            {
                say(string.Create(CultureInfo.InvariantCulture, $"first run: ours {own.Seconds:0.00} s, CPU {own.CpuSeconds:0.00} s; JavaScript {peer?.Seconds:0.00} s, CPU {peer?.CpuSeconds:0.00} s"));
                continue;
            }

            _ours.Add(own.Seconds);
            _cpu.Add(own.CpuSeconds / users * 1e6);
            _allocated.Add(own.AllocatedBytes / (double)users / 1024);
            _peer.Add(peer?.Seconds ?? double.NaN);
            _sdk.Add(sdk.ReadSeconds!.Value + Latency);
            _peerCpu.Add((peer?.CpuSeconds ?? double.NaN) / users * 1e6);
        }

        return [.. Rows(users, javaScript is not null), .. await CompareWithCliAsync(service, options, users, say)];
    }

    private IEnumerable<ResultRow> Rows(int users, bool hasPeer)
    {
        const double idealBar = 1.1;
        const double peerBar = 0.65;
        const string what = "Read 2,000 users, 50 ms latency, 64 in flight";
        var ideal = Latency + (users / (double)InFlight * Latency);
        var overIdeal = _ours.Times(1 / ideal);
        var idealText = string.Create(CultureInfo.InvariantCulture, $"{ideal:0.00} s");
        yield return new ResultRow(what, _ours.Text("s"))
        {
            Bar = "at most 1.10 x ideal",
            Ideal = idealText,
            Ratio = $"{overIdeal.Text()} x ideal",
            UsedUp = overIdeal.Median / idealBar,
        };
        yield return new ResultRow($"{what}: of it the bare AWS SDK for .NET", _ours.Text("s"))
        {
            Peer = $".NET SDK {_sdk.Text("s")}, the first page and its reads",
            Ratio = $"{_ours.Over(_sdk).Text()} x the SDK, which is {_sdk.Times(1 / ideal).Text()} x ideal",
        };
        if (hasPeer)
        {
            var overPeer = _ours.Over(_peer);
            // What the peer cannot avoid: its pages come one after the other before the first read.
            var peerIdeal = (Math.Ceiling(users / Page) * Latency) + (users / (double)InFlight * Latency);
            yield return new ResultRow($"{what}: against JavaScript", _ours.Text("s"))
            {
                Bar = "at most 0.65 x JavaScript",
                Ideal = string.Create(CultureInfo.InvariantCulture, $"JavaScript: {peerIdeal:0.00} s"),
                Peer = $"JavaScript {_peer.Text("s")}",
                Ratio = $"{overPeer.Text()} x JavaScript",
                UsedUp = overPeer.Median / peerBar,
            };
            var cpu = _cpu.Over(_peerCpu);
            yield return new ResultRow("CPU per read user (warm process)", _cpu.Text("us", 0))
            {
                Bar = "at most JavaScript's",
                Peer = $"JavaScript {_peerCpu.Text("us", 0)}",
                Ratio = $"{cpu.Text()} x JavaScript",
                UsedUp = cpu.Median,
            };
        }

        yield return new ResultRow("Allocated per read user", _allocated.Text("KiB", 1));
    }

    private async Task<IReadOnlyList<ResultRow>> CompareWithCliAsync(Service service, BenchmarkOptions options, int users, Action<string> say)
    {
        const double bar = 20;
        var perUser = await AwsCliPeer.TryRunAsync(service, say, cli => cli.ReadAsync(options.Scale(10, 3)));
        if (perUser is null)
        {
            return [];
        }

        var ratio = perUser.Median * users / _ours.Median;
        return
        [
            new ResultRow("Read 2,000 users: against an AWS CLI loop", _ours.Text("s"))
            {
                Bar = "at least 20 x faster",
                Peer = string.Create(CultureInfo.InvariantCulture, $"AWS CLI {perUser.Median * users:N0} s, extrapolated from {perUser.Count} users at {perUser.Text("s")}"),
                Ratio = string.Create(CultureInfo.InvariantCulture, $"{ratio:N0} x faster"),
                UsedUp = bar / ratio,
            },
        ];
    }
}
