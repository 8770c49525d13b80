using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace AwsccConnect.Tests.Hosting;

/// <summary>
/// A PowerShell session with the assembled modules imported, as a user has them, with a host that records what it shows.
/// Sessions of one process share the module's types and static state.
/// </summary>
public sealed class ModuleSession : IDisposable
{
    private readonly Runspace _runspace;

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

        var host = Substitute.For<PSHost>();
        host.Name.Returns("RecordingHost");
        host.Version.Returns(new Version(1, 0));
        host.InstanceId.Returns(Guid.NewGuid());
        host.CurrentCulture.Returns(CultureInfo.InvariantCulture);
        host.CurrentUICulture.Returns(CultureInfo.InvariantCulture);
        host.UI.Returns(UI);
        _runspace = RunspaceFactory.CreateRunspace(host, state);
        _runspace.Open();

        if (import)
        {
            Run(
                "Import-Module -Name $simulatorModule, $module -ErrorAction Stop",
                ("simulatorModule", Repository.SimulatorManifest),
                ("module", module ?? Repository.ModuleManifest));
        }
    }

    /// <summary>What the host shows and prompts, and the responses it gives.</summary>
    public RecordingHostUserInterface UI { get; } = new();

    /// <summary>Runs a script to its end and returns every stream. Errors are results: look at them.</summary>
    /// <param name="script">The script; it runs in the session's global scope.</param>
    /// <param name="variables">Variables to set before (they stay set).</param>
    public InvocationResult Invoke(string script, params (string Name, object? Value)[] variables)
    {
        using var running = Start(script, variables);
        return running.Completion.GetAwaiter().GetResult();
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
    public RunningInvocation Start(string script, params (string Name, object? Value)[] variables)
    {
        foreach ((var name, var value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        return new RunningInvocation(PowerShell.Create(_runspace).AddScript(script));
    }

    /// <summary>The text that a console of this width shows for the objects, without escape sequences.</summary>
    /// <param name="objects">What to format.</param>
    /// <param name="width">The console's width in columns.</param>
    /// <returns>The lines, separated and ended by <c>\n</c>.</returns>
    public string Render(IEnumerable<object?> objects, int width = 80)
    {
        var before = UI.Width;
        UI.TakeText();
        UI.Width = width;
        Run("$objectsToRender | Out-Default", ("objectsToRender", objects.ToArray()));
        UI.Width = before;
        return UI.TakeText();
    }

    public void Dispose() => _runspace.Dispose();
}
