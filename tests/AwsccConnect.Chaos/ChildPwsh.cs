using System.Diagnostics;
using System.Text;

namespace AwsccConnect.Chaos;

/// <summary>PowerShell as a process that can be killed.</summary>
internal sealed class ChildPwsh : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly List<string> _lines = [];

    private ChildPwsh(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_error)
            {
                _error.AppendLine(line.Data);
            }
        };
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The lines it has written, once it has ended.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>What it has written to standard error.</summary>
    public string Error
    {
        get
        {
            lock (_error)
            {
                return _error.ToString().Trim();
            }
        }
    }

    /// <summary>Starts it with a script.</summary>
    public static ChildPwsh Start(string script)
    {
        ProcessStartInfo start = PwshCommand.Create();
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (string argument in new[] { "-NoProfile", "-NonInteractive", "-File", script })
        {
            start.ArgumentList.Add(argument);
        }

        ChildPwsh child = new(Process.Start(start)!);
        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Ends it as a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for its end and its last line.</summary>
    /// <exception cref="TimeoutException">It did not end within half an hour, which is enough for 500 users.</exception>
    public Task WaitAsync() => _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(30));

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Add(string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            _lines.Add(line);
        }
    }
}
