using System.Diagnostics;
using System.Globalization;
using AwsccConnect.Benchmarks.Peers;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>
/// What the parts of an import make the runtime compile: most of an import's time where PowerShell's own assemblies are not
/// compiled ahead, as in the .NET tool. A count, so it does not depend on the load of the machine.
/// </summary>
internal static class ImportBreakdown
{
    private static readonly (string What, string? Line, string Replacement)[] Parts =
    [
        ("the module", null, ""),
        ("without its formats", "FormatsToProcess", ""),
        ("without its types", "TypesToProcess", ""),
        ("without script, loader and load context", "RootModule", "    RootModule = 'lib/AwsccConnect.dll'"),
    ];

    /// <summary>Counts for an empty module, the module, and copies of the module that lack a part.</summary>
    public static async Task WriteAsync(Func<string, ProcessStartInfo> start, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("awsccconnect-import-").FullName;
        try
        {
            var empty = await CountAsync(start(Repository.EmptyModuleManifest), folder);
            say($"an empty module: {empty.ToString("N0", CultureInfo.InvariantCulture)} methods compiled");
            foreach ((var what, var line, var replacement) in Parts)
            {
                var count = await CountAsync(start(line is null ? Repository.ModuleManifest : Copy(folder, line, replacement)), folder);
                say($"{what}: {(count - empty).ToString("N0", CultureInfo.InvariantCulture)} more");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> CountAsync(ProcessStartInfo process, string folder)
    {
        // A cache of its own: PowerShell records what it compiles, and compiles that ahead in the next process.
        var cache = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
        var log = Path.Combine(cache, "methods.txt");
        process.Environment["XDG_CACHE_HOME"] = cache;
        process.Environment["LOCALAPPDATA"] = cache;
        process.Environment["DOTNET_JitStdOutFile"] = log;
        process.Environment["DOTNET_JitDisasmSummary"] = "1";
        (var exitCode, var text) = await Executables.RunAsync(process);
        return exitCode == 0
            ? (await File.ReadAllLinesAsync(log)).Length
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
