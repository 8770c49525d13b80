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

    /// <summary>Writes a script that runs commands against a simulator. It writes <c>$result</c>: objects as lines, errors to the error stream.</summary>
    /// <param name="folder">Where the script is written.</param>
    /// <param name="name">Its name, without extension.</param>
    /// <param name="simulator">The simulator.</param>
    /// <param name="commands">The commands; they set <c>$result</c>.</param>
    /// <returns>The script's path.</returns>
    public static string WriteScript(string folder, string name, ConnectSimulator simulator, string commands)
    {
        var script = Path.Combine(folder, name + ".ps1");
        File.WriteAllText(script, $$"""
            Import-Module -Name '{{Path.Combine(PwshCommand.RepositoryRoot, "output", "AwsccConnect", "AwsccConnect.psd1")}}'
            $PSDefaultParameterValues = @{
                '*-ConnectUser*:EndpointUrl' = '{{simulator.Url}}'; '*-ConnectUser*:Region' = '{{simulator.Region}}'
                '*-ConnectUser*:AccessKey' = 'AKIDCHAOS'; '*-ConnectUser*:SecretKey' = 'chaos-secret'
            }
            {{commands}}
            $failed = @($result | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            $result | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] } | ForEach-Object { "$_" }
            $failed | ForEach-Object { [Console]::Error.WriteLine("$($_.FullyQualifiedErrorId): $_") }
            exit [int]($failed.Count -gt 0)
            """);
        return script;
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
