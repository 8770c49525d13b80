using System.Diagnostics;
using System.Text;

namespace AwsccConnect.Chaos;

/// <summary>The shell as a process that can be killed.</summary>
internal sealed class ChildShell : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly List<string> _lines = [];

    private ChildShell(Process process)
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
    /// <param name="script">Path of the script.</param>
    public static ChildShell Start(string script)
    {
        ProcessStartInfo start = new("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in new[] { AssemblyPath(), "-NoProfile", "-NonInteractive", "-File", script })
        {
            start.ArgumentList.Add(argument);
        }

        ChildShell shell = new(Process.Start(start)!);
        shell._process.StandardInput.Close();
        shell._process.BeginOutputReadLine();
        shell._process.BeginErrorReadLine();
        return shell;
    }

    /// <summary>Ends it as a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for its end and its last line.</summary>
    public Task WaitAsync() => _process.WaitForExitAsync();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static string AssemblyPath()
    {
        DirectoryInfo own = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        for (DirectoryInfo? folder = own; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AwsccConnect.sln")))
            {
                // Of the same configuration and framework as this program.
                return Path.Combine(folder.FullName, "src", "AwsccConnect.Shell", "bin", own.Parent!.Name, own.Name, "AwsccConnect.Shell.dll");
            }
        }

        throw new DirectoryNotFoundException($"No AwsccConnect.sln above {own.FullName}.");
    }

    private void Add(string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            _lines.Add(line);
        }
    }
}
