using System.Globalization;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>What is read of 10,000 users when five are requested.</summary>
internal sealed class EarlyStopComparison : IComparison
{
    private const int Wanted = 5;
    private const int InFlight = 16;

    public string Name => "stop";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        await using var service = await Service.StartAsync(users: 10_000, latency: 50);
        await using var worker = await Worker.StartAsync();

        // The engine's package has no Select-Object; a break out of the pipeline disposes the commands upstream as its -First does.
        return
        [
            await RunAsync(options, service, worker, "Get-ConnectUser -First 5 of 10,000 users", "Get-ConnectUser -InstanceArn $instance -First 5 @aws"),
            await RunAsync(
                options,
                service,
                worker,
                "Pipeline stopped downstream after 5 of 10,000 users",
                "$n = 0; do { Get-ConnectUser -InstanceArn $instance @aws | ForEach-Object { $_; if (++$n -ge 5) { break } } } while ($false)"),
        ];
    }

    private static async Task<ResultRow> RunAsync(BenchmarkOptions options, Service service, Worker worker, string what, string script)
    {
        Samples reads = new();
        Samples pages = new();
        Samples seconds = new();
        for (var run = -1; run < options.Runs; run++)
        {
            await service.ClearAsync();
            var work = (await worker.RunAsync(script, service)).Expect(Wanted);

            // Whatever is still on its way has arrived by then.
            await Task.Delay(200);
            var facts = await service.FactsAsync();
            if (run >= 0)
            {
                reads.Add(facts.CallsOf("GetResource"));
                pages.Add(facts.CallsOf("ListResources"));
                seconds.Add(work.Seconds);
            }
        }

        return new ResultRow(what, string.Create(CultureInfo.InvariantCulture, $"{reads.Text("reads", 0)}, {pages.Text("pages", 0)}"))
        {
            Bar = string.Create(CultureInfo.InvariantCulture, $"at most {Wanted + InFlight} reads, 1 page"),
            Ideal = "5 reads, 1 page",
            Ratio = seconds.Text("s"),
            UsedUp = Math.Max(reads.Maximum / (Wanted + InFlight), pages.Maximum),
        };
    }
}
