using AwsccConnect.Errors;

namespace AwsccConnect.Pipeline;

/// <summary>What the work of a cmdlet sees of PowerShell; usable from any thread.</summary>
internal sealed class CmdletPipeline(AsyncCmdlet cmdlet, PipelineDispatcher dispatcher)
{
    /// <summary>Whether verbose lines are shown.</summary>
    public bool ShowsVerbose { get; set; }

    /// <summary>Writes an object; ends when the rest of the pipeline has taken it.</summary>
    public Task WriteAsync(object value, Action? onWritten = null) => RunAsync(() => RunAndNotify(() => cmdlet.WriteObject(value), onWritten));

    /// <summary>Writes objects one after the other; ends when the rest of the pipeline has taken them.</summary>
    public Task WriteAllAsync(IReadOnlyList<object> values) => values.Count == 0 ? Task.CompletedTask : RunAsync(() =>
    {
        foreach (var value in values)
        {
            cmdlet.WriteObject(value);
        }
    });

    /// <summary>Writes the error of one item; a failure of the whole command ends it instead.</summary>
    public Task FailAsync(Exception exception, object? target, bool mayEndCommand = true, Action? onWritten = null) => RunAsync(() =>
    {
        var error = ErrorRecords.From(exception, target);
        if (mayEndCommand && exception is ConnectOperationException { EndsCommand: true })
        {
            RunAndNotify(() => cmdlet.ThrowTerminatingError(error), onWritten);
        }

        RunAndNotify(() => cmdlet.WriteError(error), onWritten);
    });

    /// <summary>Writes a warning.</summary>
    public Task WarningAsync(string message) => RunAsync(() => cmdlet.WriteWarning(message));

    /// <summary>Writes a verbose line when the pipeline thread comes by.</summary>
    public void Verbose(string message)
    {
        // With -Debug alone the engine would stop and ask at every verbose line.
        if (ShowsVerbose)
        {
            dispatcher.Post(() => cmdlet.WriteVerbose(message));
        }
    }

    /// <summary>Writes a debug line when the pipeline thread comes by.</summary>
    public void Debug(string message) => dispatcher.Post(() => cmdlet.WriteDebug(message));

    /// <summary>Runs something when the pipeline thread comes by.</summary>
    public void Post(Action action) => dispatcher.Post(action);

    /// <summary>Shows progress; on the pipeline thread.</summary>
    public void ProgressNow(ProgressRecord record) => cmdlet.WriteProgress(record);

    /// <summary>Prompts for confirmation: -WhatIf, -Confirm and the preference variables decide.</summary>
    public Task<bool> ShouldProcessAsync(string description, string query, string caption) =>
        dispatcher.PostAsync(() => cmdlet.ShouldProcess(description, query, caption));

    private void RunAndNotify(Action write, Action? onWritten)
    {
        try
        {
            write();
        }
        catch when (!cmdlet.Stopping)
        {
            // Not Ctrl+C: what was written has ended the pipeline, as Select-Object -First, a throw downstream and
            // -ErrorAction Stop do.
            onWritten?.Invoke();
            throw;
        }

        onWritten?.Invoke();
    }

    private Task<bool> RunAsync(Action action) => dispatcher.PostAsync(() =>
    {
        action();
        return true;
    });
}
