using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace AwsccConnect.Shell;

/// <summary>The runspace with the module, and the one pipeline that runs in it.</summary>
internal sealed class ShellSession : IDisposable
{
    private readonly ShellHost _host;
    private readonly ShellUserInterface _ui;
    private readonly Lock _gate = new();
    private readonly Stack<PowerShell> _running = new();

    public ShellSession(ShellHost host, ShellUserInterface ui)
    {
        _host = host;
        _ui = ui;
        // CreateDefault needs the assemblies of pwsh's own modules, which the engine's package lacks.
        Runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        Runspace.Open();
        Runspace.DefaultRunspace = Runspace;
    }

    /// <summary>The runspace.</summary>
    public Runspace Runspace { get; }

    /// <summary>Whether a pipeline is running.</summary>
    public bool IsRunning
    {
        get
        {
            lock (_gate)
            {
                return _running.Count > 0;
            }
        }
    }

    /// <summary>Runs a pipeline and shows what comes out.</summary>
    /// <param name="compose">Adds the commands.</param>
    /// <param name="input">What is piped into them, or null.</param>
    /// <param name="addToHistory">
    /// Whether the commands join the history. Only then does the engine keep <c>$?</c>, and only then can the pipeline
    /// end as <see cref="Outcome.Failed"/>.
    /// </param>
    /// <returns>How it ended.</returns>
    public Outcome Run(Action<PowerShell> compose, IEnumerable<string>? input = null, bool addToHistory = false)
    {
        bool nested = IsRunning;
        using PowerShell shell = nested ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(Runspace);
        compose(shell);
        shell.Commands.AddCommand(new Command("Out-Default", isScript: false, useLocalScope: true)
        {
            MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
        });

        lock (_gate)
        {
            _running.Push(shell);
        }

        ErrorRecord error;
        try
        {
            shell.Invoke(input, new PSInvocationSettings { AddToHistory = addToHistory, Host = _host });
            if (shell.InvocationStateInfo.State == PSInvocationState.Stopped)
            {
                return Outcome.Stopped;
            }

            // The proxy refuses while the outer pipeline of a nested prompt is under way.
            return addToHistory && !nested && Runspace.SessionStateProxy.GetVariable("?") is false
                ? Outcome.Failed
                : Outcome.Succeeded;
        }
        catch (PipelineStoppedException)
        {
            return Outcome.Stopped;
        }
        catch (RuntimeException exception)
        {
            error = exception.ErrorRecord;
        }
        finally
        {
            lock (_gate)
            {
                _running.Pop();
            }

            _ui.EndProgress();
        }

        ShowError(error);
        return Outcome.Terminated;
    }

    /// <summary>Makes <c>exit</c> in the script file that runs next end the session, and not only the script.</summary>
    /// <remarks>The engine has this switch for pwsh's -File and keeps it to itself.</remarks>
    /// <exception cref="MissingMemberException">The engine is a version without the switch.</exception>
    public void LetNextScriptExit()
    {
        object context = Member(typeof(Runspace), "ExecutionContext").GetValue(Runspace)!;
        Member(context.GetType(), "ScriptCommandProcessorShouldRethrowExit").SetValue(context, true);

        static PropertyInfo Member(Type type, string name) =>
            type.GetProperty(name, BindingFlags.Instance | BindingFlags.NonPublic)
            ?? throw new MissingMemberException(type.FullName, name);
    }

    /// <summary>Stops what is running, without waiting for its end.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Stop()
    {
        lock (_gate)
        {
            if (!_running.TryPeek(out PowerShell? shell))
            {
                return false;
            }

            shell.BeginStop(null, null);
            return true;
        }
    }

    public void Dispose() => Runspace.Dispose();

    // Formatted by the engine, by $ErrorView, as errors of the pipeline are.
    private void ShowError(ErrorRecord error)
    {
        using PowerShell shell = IsRunning ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(Runspace);
        using (_ui.SendOutputToError())
        {
            shell.AddCommand("Out-Default").AddParameter("InputObject", error).Invoke();
        }
    }
}
