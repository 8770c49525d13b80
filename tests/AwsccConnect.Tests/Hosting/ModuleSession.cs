using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace AwsccConnect.Tests.Hosting;

/// <summary>
/// A PowerShell session with the assembled modules imported, as a user has them, with a host that records what it shows.
/// Sessions of one process share the module's types and static state.
/// </summary>
public sealed class ModuleSession : IDisposable
{
    /// <summary>A script that takes longer hangs: it is stopped, so that its test fails by name.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Opens a session.</summary>
    /// <param name="module">The module to import: a manifest's path; the repository's assembled module if null.</param>
    /// <param name="import">False to leave importing to the test.</param>
    public ModuleSession(string? module = null, bool import = true)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // The engine's default refuses scripts; pwsh's configuration sets this.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        Runspace = RunspaceFactory.CreateRunspace(Host, state);
        Runspace.Open();

        if (import)
        {
            Run(
                "Import-Module -Name $simulatorModule, $module -ErrorAction Stop",
                ("simulatorModule", Repository.SimulatorManifest),
                ("module", module ?? Repository.ModuleManifest));
        }
    }

    /// <summary>The session's host.</summary>
    public RecordingHost Host { get; } = new();

    /// <summary>What the host shows and prompts, and the responses it gives.</summary>
    public RecordingHostUserInterface UI => Host.Recorded;

    /// <summary>The session's runspace.</summary>
    public Runspace Runspace { get; }

    /// <summary>Runs a script to its end and returns every stream. Errors are results: look at them.</summary>
    /// <param name="script">The script; it runs in the session's global scope.</param>
    /// <param name="variables">Variables to set before (they stay set).</param>
    public InvocationResult Invoke(string script, params (string Name, object? Value)[] variables)
    {
        using var shell = Create(script, variables);
        PSDataCollection<PSObject> output = [];
        Exception? failure = null;
        var isLate = false;
        using Timer limit = new(
            _ =>
            {
                isLate = true;
                shell.BeginStop(null, null);
            },
            null,
            Limit,
            Timeout.InfiniteTimeSpan);
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException exception)
        {
            failure = exception;
        }

        if (isLate)
        {
            throw new TimeoutException($"Did not end within {Limit}: {script}", failure);
        }

        return new InvocationResult(shell, output, failure);
    }

    /// <summary>Runs a script that must not have any error, and returns its output.</summary>
    /// <exception cref="InvalidOperationException">There were errors; the message has them all.</exception>
    public IReadOnlyList<PSObject> Run(string script, params (string Name, object? Value)[] variables)
    {
        var result = Invoke(script, variables);
        if (result.AllErrors.Count > 0 || result.TerminatingException is not null)
        {
            var errors = result.AllErrors.Select(error => $"{error.FullyQualifiedErrorId}: {error}");
            throw new InvalidOperationException(
                $"Errors from: {script}\n{string.Join('\n', errors)}", result.TerminatingException);
        }

        return result.Output;
    }

    /// <summary>Starts a script and returns at once. One at a time per session.</summary>
    public RunningInvocation Start(string script, params (string Name, object? Value)[] variables) =>
        new(Create(script, variables));

    /// <summary>The text that a console of this width shows for the objects, without escape sequences.</summary>
    /// <param name="objects">What to format.</param>
    /// <param name="width">The console's width in columns.</param>
    /// <returns>The lines, separated and ended by <c>\n</c>.</returns>
    public string Render(IEnumerable<object?> objects, int width = 80)
    {
        var before = UI.Width;
        UI.TakeText();
        try
        {
            UI.Width = width;
            Run("$objectsToRender | Out-Default", ("objectsToRender", objects.ToArray()));
            return UI.TakeText();
        }
        finally
        {
            UI.Width = before;
        }
    }

    public void Dispose() => Runspace.Dispose();

    private PowerShell Create(string script, (string Name, object? Value)[] variables)
    {
        foreach ((var name, var value) in variables)
        {
            Runspace.SessionStateProxy.SetVariable(name, value);
        }

        return PowerShell.Create(Runspace).AddScript(script);
    }
}
