using System.Diagnostics;
using System.Globalization;
using AwsccConnect.Benchmarks.Peers;
using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>
/// What the parts of an import make the runtime compile: most of an import's time where PowerShell's own assemblies are not
/// compiled ahead, as in the .NET tool. A count, so it does not depend on the load of the machine.
/// </summary>
internal static class ImportBreakdown
{
    private static readonly (string What, string Line, string Replacement)[] Parts =
    [
        ("of these script, loader and load context, which keep the AWS SDK apart from that of other modules", "RootModule", "    RootModule = 'lib/AwsccConnect.dll'"),
        ("of these the formats", "FormatsToProcess", ""),
        ("of these the types", "TypesToProcess", ""),
    ];

    /// <summary>Counts for an empty module, the module, and copies of the module that lack a part.</summary>
    /// <returns>A table.</returns>
    public static async Task<string> CountAsync(Func<string, ProcessStartInfo> start)
    {
        var folder = Directory.CreateTempSubdirectory("awsccconnect-import-").FullName;
        try
        {
            var empty = await CountAsync(start(Repository.EmptyModuleManifest), folder);
            var whole = await CountAsync(start(Repository.ModuleManifest), folder);
            List<string[]> rows = [Row("An empty binary module", empty), Row("The whole module, beyond these", whole - empty)];
            foreach ((var what, var line, var replacement) in Parts)
            {
                rows.Add(Row(what, whole - await CountAsync(start(Copy(folder, line, replacement)), folder)));
            }

            return TableText.Of(["Part", "Methods"], rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Row(string what, int count) => [what, count.ToString("N0", CultureInfo.InvariantCulture)];

    /// <summary>Counts, again where the process crashes: the runtime's list of methods may be closed while it is still written.</summary>
    private static async Task<int> CountAsync(ProcessStartInfo process, string folder, int attempts = 3)
    {
        var cache = Path.Combine(folder, Path.GetRandomFileName());
        var log = Path.Combine(cache, "methods.txt");
        ImportComparison.WithCache(process, cache);
        process.Environment["DOTNET_JitStdOutFile"] = log;
        process.Environment["DOTNET_JitDisasmSummary"] = "1";
        (var exitCode, var text) = await Executables.RunAsync(process);
        return exitCode == 0 ? (await File.ReadAllLinesAsync(log)).Length
            : attempts > 1 ? await CountAsync(process, folder, attempts - 1)
            : throw new InvalidOperationException($"{process.FileName} exited with {exitCode}: {text}");
    }

    private static string Copy(string folder, string line, string replacement)
    {
        var module = Path.GetDirectoryName(Repository.ModuleManifest)!;
        var copy = Path.Combine(folder, line, "AwsccConnect");
        foreach (var file in Directory.EnumerateFiles(module, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(module, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var manifest = Path.Combine(copy, "AwsccConnect.psd1");
        File.WriteAllLines(manifest, [.. File.ReadAllLines(manifest).Select(text => text.TrimStart().StartsWith(line, StringComparison.Ordinal) ? replacement : text)]);
        return manifest;
    }
}
