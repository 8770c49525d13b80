using System.Diagnostics;

namespace AwsccConnect.Chaos;

/// <summary>PowerShell as a process that can be killed.</summary>
internal sealed class ChildPwsh : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    /// <summary>Starts it with a script.</summary>
    public ChildPwsh(string script)
    {
        var start = PwshCommand.Create();
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var argument in new[] { "-NoProfile", "-NonInteractive", "-File", script })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Ends it as a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code, the lines that it has written, and its errors.</returns>
    /// <exception cref="TimeoutException">It did not end within half an hour, which is enough for 500 users.</exception>
    public async Task<(int ExitCode, string[] Lines, string Error)> WaitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(30));
        return (_process.ExitCode, (await _output).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries), (await _error).Trim());
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
