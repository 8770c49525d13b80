using System.Diagnostics;
using System.Globalization;
using AwsccConnect.Benchmarks.Peers;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>
/// Finding few of many users under AWS's default quotas, with whole bursts for each party. Each run is the first command of a new process:
/// no name is known, no connection open, and the code is compiled as it runs. The same command then goes to another service, of which the
/// session knows nothing either, so only the code is compiled already.
/// </summary>
internal sealed class FindComparison : IComparison
{
    private const int Users = 5_000;
    private const string Quotas = "Preset=Aws";

    public string Name => "find";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        string username;
        await using (var unlimited = await Service.StartAsync(Users))
        {
            username = await unlimited.UsernameAsync(Users / 2);
        }

        UserQuery[] queries =
        [
            new("Find 1 of 5,000 users by name", username, Found: 1, CallsBar: 8, SecondsBar: 2),
            new("Find 30 of 5,000 users by tags and profile", Username: null, Found: 30, CallsBar: 50, SecondsBar: null),
        ];
        say($"'{username}' is in the middle of the list; new processes");
        await using var service = await Service.StartAsync(Users, quota: Quotas);
        await using var other = await Service.StartAsync(Users, quota: Quotas);
        var javaScript = await JavaScriptPeer.TryPrepareAsync("find.mjs", say);
        List<ResultRow> rows = [];
        foreach (var query in queries)
        {
            rows.AddRange(await CompareAsync(service, other, query, javaScript is null ? null : service.Point(javaScript), options, say));
        }

        return [.. rows, .. await Task.WhenAll(queries.Select(query => WithoutConnectAsync(query, options)))];
    }

    private static async Task<IReadOnlyList<ResultRow>> CompareAsync(
        Service service, Service other, UserQuery query, ProcessStartInfo? javaScript, BenchmarkOptions options, Action<string> say)
    {
        Samples ours = new();
        Samples calls = new();
        Samples compiled = new();
        Samples peer = new();
        Samples peerCalls = new();
        Samples peerCompiled = new();
        for (var run = -1; run < options.Runs; run++)
        {
            // The service, too, compiles in the first run.
            var counts = run >= 0;
            await using (var worker = await Worker.StartAsync())
            {
                await MeasureAsync(service, ours, calls, counts, async () => (await FindAsync(worker, service, query.Script)).Expect(query.Found).Seconds);
                await MeasureAsync(other, compiled, calls, counts, async () => (await FindAsync(worker, other, query.Script)).Expect(query.Found).Seconds);
            }

            if (javaScript is not null)
            {
                await using var process = await LineProcess.StartAsync(javaScript);
                say($"JavaScript: Node.js {process.Greeting["ready"]}, @aws-sdk/client-connect {process.Greeting["sdk"]}");
                await MeasureAsync(service, peer, peerCalls, counts, () => FindAsync(process, query, service.InstanceAlias));
                await MeasureAsync(service, peerCompiled, peerCalls, counts, () => FindAsync(process, query, service.InstanceAlias));
            }
        }

        List<ResultRow> rows =
        [
            new(query.What, $"{calls.Text("calls", 0)}, {ours.Text("s")}")
            {
                Bar = query.Bar,
                Ratio = $"code compiled {compiled.Text("s")}",
                UsedUp = query.UsedUp(calls, ours),
            },
        ];
        if (javaScript is not null)
        {
            rows.Add(Against(
                "JavaScript",
                query,
                calls,
                compiled,
                peerCalls,
                peerCompiled.Text("s"),
                peerCompiled.Median,
                $"{compiled.Over(peerCompiled).Text()} x its time, code compiled; new processes {ours.Over(peer).Text()} x {peer.Text("s")}"));
        }

        await service.ClearAsync();
        if (await AwsCliPeer.TryRunAsync(service, say, cli => cli.FindAsync(query, options.Scale(5, 2))) is { } found)
        {
            var unread = found.Found - found.Reads.Count;
            Samples cliCalls = new([(await service.FactsAsync()).AllCalls + unread]);
            var seconds = found.Seconds + (found.Found * found.Reads.Median);
            var text = string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s{(unread > 0 ? $", extrapolated from {found.Reads.Count} reads" : "")}");
            var row = Against("the AWS CLI", query, calls, ours, cliCalls, text, seconds, $"{ours.Times(1 / seconds).Text()} x its time");

            // It reads one user at a time, so that no read of many is throttled: only the time is compared.
            rows.Add(query.Username is null ? row with { Bar = "faster", UsedUp = ours.Median / seconds } : row);
        }

        return rows;
    }

    private static ResultRow Against(string name, UserQuery query, Samples calls, Samples ours, Samples peerCalls, string peerTime, double peerSeconds, string ratio) =>
        new($"{query.What}: against {name}", $"{calls.Text("calls", 0)}, {ours.Text("s")}")
        {
            Bar = "no more calls, and faster",
            Peer = $"{peerCalls.Text("calls", 0)}, {peerTime}",
            Ratio = ratio,
            UsedUp = Math.Max(calls.Median / peerCalls.Median, ours.Median / peerSeconds),
        };

    /// <summary>
    /// The same through Cloud Control alone: of two smaller instances, since the time of 5,000 users is minutes; it grows evenly. Finding by
    /// name reads half of an instance, so there the instances are twice as large.
    /// </summary>
    private static async Task<ResultRow> WithoutConnectAsync(UserQuery query, BenchmarkOptions options)
    {
        var factor = query.Username is null ? 1 : 2;
        int[] sizes = [options.Scale(100, 60) * factor, options.Scale(200, 120) * factor];
        var measured = await Task.WhenAll(sizes.Select(users => WithoutConnectAsync(query, users)));
        return new ResultRow(
            $"{query.What}: without Amazon Connect's API",
            string.Create(CultureInfo.InvariantCulture, $"{At(run => run.Calls):N0} calls, {At(run => run.Seconds):N0} s, extrapolated from {sizes[0]} and {sizes[1]} users"));

        double At(Func<(double Seconds, int Calls), double> value) =>
            value(measured[1]) + ((value(measured[1]) - value(measured[0])) / (sizes[1] - sizes[0]) * (Users - sizes[1]));
    }

    private static async Task<(double Seconds, int Calls)> WithoutConnectAsync(UserQuery query, int users)
    {
        await using var service = await Service.StartAsync(users, quota: Quotas);
        await using var worker = await Worker.StartAsync();
        var local = query.Username is null ? query : query with { Username = await service.UsernameAsync(users / 2) };
        await service.ClearAsync();
        var work = await FindAsync(worker, service, $"$env:AWSCCCONNECT_USE_CONNECT_API = 'false'; {local.Script}");
        return (work.Expect(query.Username is null ? work.Count : query.Found).Seconds, (await service.FactsAsync()).AllCalls);
    }

    private static async Task MeasureAsync(Service service, Samples seconds, Samples calls, bool counts, Func<Task<double>> find)
    {
        await service.ClearAsync();
        var elapsed = await find();
        if (counts)
        {
            seconds.Add(elapsed);
            calls.Add((await service.FactsAsync()).AllCalls);
        }
    }

    private static Task<WorkResult> FindAsync(Worker worker, Service service, string script) =>
        worker.RunAsync(script, service, ("alias", service.InstanceAlias), ("region", service.Region));

    private static async Task<double> FindAsync(LineProcess javaScript, UserQuery query, string alias)
    {
        var response = await javaScript.AskAsync(query.ToJson(alias));
        var count = response["count"]!.GetValue<int>();
        return count == query.Found
            ? response["seconds"]!.GetValue<double>()
            : throw new InvalidOperationException($"JavaScript found {count} users instead of {query.Found}.");
    }
}
