using System.Diagnostics;
using System.Management.Automation;
using AwsccConnect.Chaos;

namespace AwsccConnect.Tests.Hosting;

/// <summary>PowerShell as a process of its own, without profiles and without colours.</summary>
public sealed class PwshProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly string? _input;

    private PwshProcess(ProcessStartInfo start, string? input)
    {
        _input = input;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The command that imports the simulator and the assembled module, or another copy of it, to prefix a script.</summary>
    /// <param name="manifest">Path of the manifest; null for the repository's.</param>
    /// <returns>One line of PowerShell.</returns>
    public static string ImportModule(string? manifest = null) =>
        $"Import-Module -Name '{Repository.SimulatorManifest}', '{WildcardPattern.Escape(manifest ?? Repository.ModuleManifest).Replace("'", "''", StringComparison.Ordinal)}' -ErrorAction Stop\n";

    /// <summary>Runs PowerShell to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What standard input holds; it is empty if null.</param>
    /// <param name="environment">Variables of the process beside those of the tests.</param>
    public static async Task<PwshResult> RunAsync(
        IEnumerable<string> arguments,
        string? input = null,
        params (string Name, string? Value)[] environment)
    {
        using var pwsh = Start(arguments, input, environment);
        return await pwsh.WaitAsync();
    }

    /// <summary>Starts PowerShell.</summary>
    public static PwshProcess Start(
        IEnumerable<string> arguments,
        string? input = null,
        params (string Name, string? Value)[] environment)
    {
        var start = PwshCommand.Create();
        start.Environment["NO_COLOR"] = "1";

        start.ArgumentList.Add("-NoProfile");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((var name, var value) in environment)
        {
            start.Environment[name] = value;
        }

        return new PwshProcess(start, input);
    }

    /// <summary>Runs another program to its end, with nothing on its standard input.</summary>
    internal static async Task<PwshResult> RunAsync(ProcessStartInfo start)
    {
        using PwshProcess process = new(start, input: null);
        return await process.WaitAsync();
    }

    /// <summary>Ends the process and its children at once, without a chance to clean up.</summary>
    public void KillNow() => _process.Kill(entireProcessTree: true);

    /// <summary>Waits for the end.</summary>
    /// <exception cref="TimeoutException">It did not end within four minutes; it has been killed.</exception>
    public async Task<PwshResult> WaitAsync()
    {
        using CancellationTokenSource limit = new(Limit);
        try
        {
            await _process.StandardInput.WriteAsync(_input);
            _process.StandardInput.Close();
            var output = await _process.StandardOutput.ReadToEndAsync(limit.Token);
            await _process.WaitForExitAsync(limit.Token);
            return new PwshResult(_process.ExitCode, output.ReplaceLineEndings("\n"), (await _error).ReplaceLineEndings("\n"));
        }
        catch (OperationCanceledException exception)
        {
            _process.Kill(entireProcessTree: true);
            // A child that was not killed with it may still hold the stream open.
            await Task.WhenAny(_error, Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None));
            throw new TimeoutException($"{_process.StartInfo.FileName} did not end. Errors so far: {(_error.IsCompletedSuccessfully ? await _error : "(none read)")}", exception);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
