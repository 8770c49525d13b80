using System.Globalization;
using System.Text;

namespace AwsccConnect.Benchmarks.Reporting;

/// <summary>
/// Writes docs/benchmarks.md: between its markers everything is of this run, the rest of the page is left as it is.
/// </summary>
internal static class DocumentWriter
{
    private const string Begin = "<!-- results: written by benchmarks/AwsccConnect.Benchmarks with the option write -->";
    private const string End = "<!-- end of results -->";

    private const string PacingBegin = "<!-- pacing: written by benchmarks/AwsccConnect.Benchmarks with the options only pacing, write -->";
    private const string PacingEnd = "<!-- end of pacing -->";

    private const string ImportBegin = "<!-- import: written by benchmarks/AwsccConnect.Benchmarks with the option write -->";
    private const string ImportEnd = "<!-- end of import -->";

    private static string Page => Path.Combine(Repository.Root, "docs", "benchmarks.md");

    private static string Chart => Path.Combine(Repository.Root, "docs", "images", "benchmarks.svg");

    public static void Write(BenchmarkOptions options, IReadOnlyList<ResultRow> rows, IReadOnlyList<string> notes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Chart)!);
        var runs = string.Create(CultureInfo.InvariantCulture, $"{options.Runs} runs each, {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} logical processors");
        File.WriteAllText(Chart, BarChart.Draw(rows, runs));
        WriteSection(Begin, End, Results(options, rows, notes));
        Console.WriteLine($"Written: {Path.GetRelativePath(Repository.Root, Page)}, {Path.GetRelativePath(Repository.Root, Chart)}");
    }

    /// <summary>Writes the table of pacing strategies.</summary>
    public static void WritePacing(string table) =>
        WriteSection(PacingBegin, PacingEnd, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}: {table}\n"));

    /// <summary>Writes what the parts of an import make the runtime compile.</summary>
    public static void WriteImport(string table) => WriteSection(ImportBegin, ImportEnd, $"{table}\n");

    /// <summary>Replaces what stands between two markers of the page.</summary>
    private static void WriteSection(string begin, string end, string section)
    {
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{Page} has lost its markers '{begin}' and '{end}'.");
        }

        File.WriteAllText(Page, $"{page[..(from + begin.Length)]}\n{section}{page[to..]}");
    }

    private static string Results(BenchmarkOptions options, IReadOnlyList<ResultRow> rows, IReadOnlyList<string> notes)
    {
        StringBuilder text = new();
        var command = string.Create(CultureInfo.InvariantCulture, $"dotnet run -c Release --project benchmarks/AwsccConnect.Benchmarks -- --runs {options.Runs}{(options.IsQuick ? " --quick" : "")} --write");
        text.Append(CultureInfo.InvariantCulture, $"`{command}` on {DateTime.UtcNow:yyyy-MM-dd}; median (min-max) of {options.Runs} measured runs each.\n\n");
        foreach (var line in MachineFacts.Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {line}\n");
        }

        text.Append("\n![How much of each bar is used up](images/benchmarks.svg)\n\n").Append(TableText.Of(rows)).Append('\n');
        foreach (var note in notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        }

        return text.Append('\n').ToString();
    }
}
