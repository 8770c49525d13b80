using System.Diagnostics;
using AwsccConnect.Benchmarks.Peers;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>A process that imports the module and ends, beside the same process with an empty binary module.</summary>
internal sealed class ImportComparison : IComparison
{
    public string Name => "import";

    public async Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say)
    {
        (var exitCode, var path) = await Executables.RunAsync(
            new ProcessStartInfo("dotnet", ["pwsh", "-NoProfile", "-Command", "[System.Environment]::GetCommandLineArgs()[0]"]) { WorkingDirectory = Repository.Root });
        if (exitCode != 0)
        {
            say("PowerShell is not there: run 'dotnet tool restore'.");
            return [];
        }

        // Without the tool's launcher, which would hide a part of the difference.
        var table = await ImportBreakdown.CountAsync(manifest => InPwsh(path.Trim(), manifest));
        Console.Write(table);
        if (options.Write)
        {
            DocumentWriter.WriteImport(table);
        }

        return [await CompareAsync("Cold pwsh that imports the module and ends", options, manifest => InPwsh(path.Trim(), manifest))];
    }

    private static async Task<ResultRow> CompareAsync(string what, BenchmarkOptions options, Func<string, ProcessStartInfo> start)
    {
        const double bar = 1.15;
        Samples ours = new();
        Samples empty = new();
        var folder = Directory.CreateTempSubdirectory("awsccconnect-import-").FullName;
        for (var run = -2; run < options.Runs * options.Scale(4, 2); run++)
        {
            var own = await TimeAsync(WithCache(start(Repository.ModuleManifest), Path.Combine(folder, "own")));
            var other = await TimeAsync(WithCache(start(Repository.EmptyModuleManifest), Path.Combine(folder, "empty")));
            if (run >= 0)
            {
                ours.Add(own * 1000);
                empty.Add(other * 1000);
            }
        }

        Directory.Delete(folder, recursive: true);

        var ratio = ours.Over(empty);
        return new ResultRow(what, ours.Text("ms", 0))
        {
            Bar = "at most 1.15 x an empty binary module",
            Peer = $"empty module {empty.Text("ms", 0)}",
            Ratio = $"{ratio.Text()} x empty",
            UsedUp = ratio.Median / bar,
        };
    }

    /// <summary>
    /// PowerShell records what a process compiles, and compiles that ahead in the next: each party has its own record, as in sessions that
    /// import the same module every time.
    /// </summary>
    internal static ProcessStartInfo WithCache(ProcessStartInfo process, string folder)
    {
        Directory.CreateDirectory(folder);
        process.Environment["XDG_CACHE_HOME"] = folder;
        process.Environment["LOCALAPPDATA"] = folder;
        return process;
    }

    private static ProcessStartInfo InPwsh(string pwsh, string manifest) =>
        new("dotnet", [pwsh, "-NoProfile", "-NonInteractive", "-Command", $"Import-Module -Name '{manifest.Replace("'", "''", StringComparison.Ordinal)}'"]);

    private static async Task<double> TimeAsync(ProcessStartInfo process)
    {
        var start = Stopwatch.GetTimestamp();
        (var exitCode, var text) = await Executables.RunAsync(process);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return exitCode == 0 ? seconds : throw new InvalidOperationException($"{process.FileName} exited with {exitCode}: {text}");
    }
}
