using System.Diagnostics;
using AwsccConnect.Benchmarks.Peers;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Rows;

/// <summary>A process that imports the module and ends, beside the same process with an empty binary module.</summary>
internal sealed class ImportComparison : IComparison
{
    public string Name => "import";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        List<ResultRow> rows = [await CompareAsync("Cold process that imports the module and ends (shell)", options, InShell)];
        if (Executables.Find("pwsh") is { } pwsh)
        {
            rows.Add(await CompareAsync("Cold process that imports the module and ends (pwsh)", options, manifest => InPwsh(pwsh, manifest)));
        }
        else
        {
            say("pwsh left out: it is not on the PATH.");
        }

        return rows;
    }

    private static async Task<ResultRow> CompareAsync(string what, BenchmarkOptions options, Func<string, ProcessStartInfo> start)
    {
        const double bar = 1.3;
        Samples ours = new();
        Samples empty = new();
        for (int run = -1; run < options.Runs * options.Scale(4, 2); run++)
        {
            double own = await TimeAsync(start(Repository.ModuleManifest));
            double other = await TimeAsync(start(Repository.EmptyModuleManifest));
            if (run >= 0)
            {
                ours.Add(own * 1000);
                empty.Add(other * 1000);
            }
        }

        Samples ratio = ours.Over(empty);
        return new ResultRow(what, ours.Text("ms", 0))
        {
            Bar = "at most 1.3 x an empty binary module",
            Peer = $"empty module {empty.Text("ms", 0)}",
            Ratio = $"{ratio.Text()} x empty",
            UsedUp = ratio.Median / bar,
        };
    }

    private static ProcessStartInfo InShell(string manifest)
    {
        ProcessStartInfo start = new("dotnet", [Repository.Shell, "-NoProfile", "-NonInteractive", "-Command", "$null"]);
        start.Environment["AWSCCCONNECT_MODULE_PATH"] = manifest;
        return start;
    }

    private static ProcessStartInfo InPwsh(string pwsh, string manifest) =>
        new(pwsh, ["-NoProfile", "-NonInteractive", "-Command", $"Import-Module -Name '{manifest.Replace("'", "''", StringComparison.Ordinal)}'"]);

    private static async Task<double> TimeAsync(ProcessStartInfo process)
    {
        long start = Stopwatch.GetTimestamp();
        (int exitCode, string text) = await Executables.RunAsync(process);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return exitCode == 0 ? seconds : throw new InvalidOperationException($"{process.FileName} exited with {exitCode}: {text}");
    }
}
