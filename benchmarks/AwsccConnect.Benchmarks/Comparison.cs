using System.Diagnostics;
using System.Globalization;
using AwsccConnect.Benchmarks.Comparisons;
using AwsccConnect.Benchmarks.Pacing;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks;

/// <summary>Runs the chosen comparisons and prints it as one table.</summary>
internal static class Comparison
{
    private static readonly IComparison[] All =
    [
        new ServiceProbe(),
        new ReadComparison(),
        new ThroughputComparison(),
        new CreateComparison(),
        new ThrottledReadComparison(),
        new FindComparison(),
        new CompleteComparison(),
        new CallsComparison(),
        new EarlyStopComparison(),
        new MemoryComparison(),
        new ImportComparison(),
    ];

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        foreach (var line in MachineFacts.Lines)
        {
            Console.WriteLine(line);
        }

        List<string> notes = [];
        List<ResultRow> rows = [];
        var start = Stopwatch.GetTimestamp();
        foreach (var comparison in All.Where(comparison => options.Only.Contains(comparison.Name, StringComparer.Ordinal)))
        {
            Console.WriteLine($"-- {comparison.Name}");
            var results = await comparison.RunAsync(options, note =>
            {
                if (!notes.Contains($"{comparison.Name}: {note}"))
                {
                    notes.Add($"{comparison.Name}: {note}");
                    Console.WriteLine($"   {note}");
                }
            });
            foreach (var row in results)
            {
                Console.WriteLine($"   {row.What}: {row.Ours} {row.Ratio} {row.Verdict}");
            }

            rows.AddRange(results);
        }

        if (rows.Count > 0)
        {
            Console.WriteLine();
            Console.Write(TableText.Of(rows));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{options.Runs} measured runs each, median (min-max); {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s in all."));
            if (options.Write)
            {
                DocumentWriter.Write(options, rows, notes);
            }
        }

        if (options.Only.Contains("pacing", StringComparer.Ordinal))
        {
            Console.WriteLine("-- pacing");
            var table = await PacingComparison.RunAsync(options);
            Console.WriteLine(table);
            if (options.Write)
            {
                DocumentWriter.WritePacing(table);
            }
        }

        return 0;
    }
}
