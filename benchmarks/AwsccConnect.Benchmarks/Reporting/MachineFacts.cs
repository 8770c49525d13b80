using System.Runtime.InteropServices;

namespace AwsccConnect.Benchmarks.Reporting;

/// <summary>The machine that was measured on.</summary>
internal static class MachineFacts
{
    public static IReadOnlyList<string> Lines { get; } =
    [
        $"{Environment.ProcessorCount} logical processors{(ProcessorName() is { } name ? $" ({name})" : "")}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB of memory",
        $"{RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})",
        $"{RuntimeInformation.FrameworkDescription}, PowerShell engine {EngineVersion()}",
        $"Load average before the start: {LoadAverage() ?? "not known here"}",
    ];

    private static string EngineVersion() => System.Diagnostics.FileVersionInfo.GetVersionInfo(typeof(System.Management.Automation.PSObject).Assembly.Location).FileVersion!;

    /// <summary>Others on the machine make every number worse; the reader should know of them.</summary>
    private static string? LoadAverage()
    {
        const string Facts = "/proc/loadavg";
        return File.Exists(Facts) ? string.Join(" ", File.ReadAllText(Facts).Split(' ').Take(3)) : null;
    }

    private static string? ProcessorName()
    {
        const string Facts = "/proc/cpuinfo";
        return !File.Exists(Facts)
            ? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            : File.ReadLines(Facts).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
    }
}
