using System.Globalization;
using AwsccConnect.Benchmarks.Processes;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>Memory of a session while users run through its pipeline.</summary>
internal sealed class MemoryComparison : IComparison
{
    private const double Mebibyte = 1 << 20;
    private const string Script = """
        [AwsccConnect.Benchmarks.MemorySample]::Take(0)
        $marks = [int[]] ($at -split ',')
        $n = 0
        Get-ConnectUser -InstanceArn $instance -ThrottleLimit 64 @aws | ForEach-Object {
            if (++$n -in $marks) { [AwsccConnect.Benchmarks.MemorySample]::Take($n) }
        }
        """;

    public string Name => "memory";

    // The last sample is taken before the end: what the listing itself remembers is gone after it.
    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        const double growthBar = 100;
        const double flatBar = 10;
        var users = options.Scale(100_000, 10_000);
        int[] at = [users / 10, users / 2, users / 10 * 9];
        SortedDictionary<int, (Samples Managed, Samples WorkingSet)> growth = [];
        Samples grownLater = new();
        for (var run = 0; run < options.Runs; run++)
        {
            (var work, var points) = await RunAsync(users, at);
            grownLater.Add(points[^1].Managed - points[1].Managed);
            foreach ((var count, var managed, var workingSet) in points.Skip(1))
            {
                growth.TryAdd(count, (new Samples(), new Samples()));
                growth[count].Managed.Add(managed - points[0].Managed);
                growth[count].WorkingSet.Add(workingSet - points[0].WorkingSet);
            }

            say(string.Create(CultureInfo.InvariantCulture, $"run {run + 1}: {work.Seconds:0.0} s"));
        }

        string Trend(Func<(Samples Managed, Samples WorkingSet), Samples> of) => string.Join(
            ", ", at.Select(count => string.Create(CultureInfo.InvariantCulture, $"{of(growth[count]).Median:0.0} at {count:N0}")));
        var what = string.Create(CultureInfo.InvariantCulture, $"Listing {users:N0} users through the pipeline");
        return
        [
            new ResultRow($"{what}: working set grows by", growth[at[^1]].WorkingSet.Text("MiB", 1))
            {
                Bar = "less than 100 MB",
                Ratio = $"{Trend(point => point.WorkingSet)} (MiB)",
                UsedUp = growth.Values.Max(point => point.WorkingSet.Median) * Mebibyte / 1e6 / growthBar,
            },
            new ResultRow($"{what}: live objects grow by", growth[at[^1]].Managed.Text("MiB", 1))
            {
                Bar = string.Create(CultureInfo.InvariantCulture, $"flat: under 10 MB more from {at[0]:N0} to {at[^1]:N0}"),
                Ratio = $"{Trend(point => point.Managed)} (MiB)",
                UsedUp = Math.Max(0, grownLater.Median) * Mebibyte / 1e6 / flatBar,
            },
        ];
    }

    private static async Task<(WorkResult Work, IReadOnlyList<(int Count, double Managed, double WorkingSet)> Points)> RunAsync(int users, int[] at)
    {
        await using var service = await Service.StartAsync(users);
        await using var worker = await Worker.StartAsync();

        // What is loaded and compiled once is no growth.
        (await worker.RunAsync("Get-ConnectUser -InstanceArn $instance -ThrottleLimit 64 -First 1000 @aws | Out-Null", service)).Expect(0);
        var work = (await worker.RunAsync(Script, service, ("at", string.Join(',', at)))).Expect(at.Length + 1);
        return (work, [.. work.Texts.Select(Parse)]);
    }

    private static (int Count, double Managed, double WorkingSet) Parse(string text)
    {
        double[] numbers = [.. text.Split(';').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        return ((int)numbers[0], numbers[1] / Mebibyte, numbers[2] / Mebibyte);
    }
}
