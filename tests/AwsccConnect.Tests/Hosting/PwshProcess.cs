using CliWrap;
using CliWrap.Buffered;

namespace AwsccConnect.Tests.Hosting;

/// <summary>PowerShell, or another program, as a process of its own with nothing on its standard input.</summary>
public static class PwshProcess
{
    /// <summary>The path of the pwsh or pwsh.dll to use, which the build script sets to the one that it runs in; the .NET tool if not set.</summary>
    private const string Variable = "AWSCCCONNECT_TEST_PWSH";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly Lazy<Task<string>> PwshPath = new(FindPwshAsync);

    /// <summary>The path of a program; null where it is not installed.</summary>
    public static string? Find(string name)
    {
        string[] suffixes = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [string.Empty];
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => suffixes.Select(suffix => Path.Combine(folder, name + suffix)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs PowerShell, without profiles and without colours, to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables of the process beside those of the tests; null removes one.</param>
    /// <param name="kill">Ends the process and its children as a power failure would, without a chance to clean up.</param>
    public static async Task<PwshResult> RunAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, CancellationToken kill = default)
    {
        var path = await PwshPath.Value;
        string[] command = Path.GetExtension(path) == ".dll" ? ["dotnet", path] : [path];
        Dictionary<string, string?> variables = new(environment ?? new Dictionary<string, string?>()) { ["NO_COLOR"] = "1" };
        return await RunAsync(command[0], [.. command[1..], "-NoProfile", "-NonInteractive", .. arguments], variables, kill: kill);
    }

    /// <summary>Runs a program to its end, in the repository's folder if in no other.</summary>
    /// <exception cref="OperationCanceledException">It was killed, or did not end in four minutes.</exception>
    public static async Task<PwshResult> RunAsync(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null, CancellationToken kill = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(kill);
        end.CancelAfter(Limit);
        var result = await Cli.Wrap(file).WithArguments(arguments).WithWorkingDirectory(folder ?? Repository.Root)
            .WithEnvironmentVariables(environment ?? new Dictionary<string, string?>())
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(end.Token);
        return new PwshResult(result.ExitCode, result.StandardOutput.ReplaceLineEndings("\n"), result.StandardError.ReplaceLineEndings("\n"));
    }

    private static async Task<string> FindPwshAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            return path;
        }

        // The tool is found by a cache in the home directory, which some tests replace.
        var found = await RunAsync("dotnet", ["pwsh", "-NoProfile", "-Command", "[System.Environment]::GetCommandLineArgs()[0]"]);
        found.ExitCode.ShouldBe(0, found.Error);
        return found.Output.Trim();
    }
}
