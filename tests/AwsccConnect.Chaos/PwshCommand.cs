using System.Diagnostics;

namespace AwsccConnect.Chaos;

/// <summary>The PowerShell that child processes run in.</summary>
public static class PwshCommand
{
    /// <summary>Names the PowerShell to use: the path of pwsh or of pwsh.dll. The build script sets it to the one that it runs in.</summary>
    public const string Variable = "AWSCCCONNECT_TEST_PWSH";

    private static readonly Lazy<string> FilePath = new(Find);

    /// <summary>The folder with the solution.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The start of a PowerShell process, without arguments for PowerShell itself.</summary>
    /// <returns>File name and, where PowerShell is the .NET tool, the path of its assembly as first argument.</returns>
    public static ProcessStartInfo Create() => FilePath.Value.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        ? new ProcessStartInfo("dotnet", [FilePath.Value]) { UseShellExecute = false }
        : new ProcessStartInfo(FilePath.Value) { UseShellExecute = false };

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            return path;
        }

        ProcessStartInfo tool = new("dotnet", ["pwsh", "-NoProfile", "-Command", "[System.Environment]::GetCommandLineArgs()[0]"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = RepositoryRoot,
        };
        using var process = Process.Start(tool)!;
        var found = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 && File.Exists(found)
            ? found
            : throw new FileNotFoundException($"There is no PowerShell: run 'dotnet tool restore' in the repository, or set {Variable}.");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AwsccConnect.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No AwsccConnect.sln above {AppContext.BaseDirectory}.");
    }
}
