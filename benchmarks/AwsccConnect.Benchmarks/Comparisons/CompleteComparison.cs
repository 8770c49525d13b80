using System.Globalization;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>
/// Completing a username among 5,000 under AWS's default quotas, in a new process where only the command's name has been completed before.
/// </summary>
internal sealed class CompleteComparison : IComparison
{
    private const string Prepare = """
        $env:AWS_ENDPOINT_URL = $aws.EndpointUrl
        $env:AWS_ACCESS_KEY_ID = $aws.AccessKey
        $env:AWS_SECRET_ACCESS_KEY = $aws.SecretKey
        $env:AWS_REGION = $region
        (TabExpansion2 -inputScript 'Get-ConnectUse' -cursorColumn 14).CompletionMatches[0].CompletionText
        """;

    private const string Complete = """
        $line = "Get-ConnectUser -InstanceArn $alias -Username al"
        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.ListItemText
        """;

    public string Name => "complete";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        // What the completer itself waits for a look-up.
        const double bar = 0.9;
        await using var service = await Service.StartAsync(users: 5_000, quota: "Preset=Aws");
        int expected;
        await using (var worker = await Worker.StartAsync())
        {
            expected = (await worker.RunAsync("Get-ConnectUser -InstanceArn $instance -Username 'al*' -IdentifierOnly @aws", service)).Count;
        }

        Samples first = new();
        Samples second = new();
        Samples firstNames = new();
        Samples secondNames = new();
        Samples calls = new();
        for (var run = -1; run < options.Runs; run++)
        {
            await using var worker = await Worker.StartAsync();
            (await worker.RunAsync(Prepare, service, ("region", service.Region))).Expect(1);
            await service.ClearAsync();
            var one = await worker.RunAsync(Complete, service, ("alias", service.InstanceAlias));
            var two = await worker.RunAsync(Complete, service, ("alias", service.InstanceAlias));
            if (run >= 0)
            {
                first.Add(one.Seconds);
                firstNames.Add(one.Texts.Count);
                second.Add(two.Seconds);
                secondNames.Add(two.Texts.Count);
                calls.Add((await service.FactsAsync()).AllCalls);
            }
        }

        return
        [
            new ResultRow("Complete -Username al (Tab) among 5,000 users", $"{firstNames.Text("names", 0)} in {first.Text("s")}")
            {
                Bar = string.Create(CultureInfo.InvariantCulture, $"all {expected} names within {bar} s"),
                Ratio = $"{calls.Text("calls", 0)}; second Tab {secondNames.Text("names", 0)} in {second.Text("s")}",
                UsedUp = first.Median / bar,
                Holds = firstNames.Minimum >= expected && secondNames.Minimum >= expected,
            },
        ];
    }
}
