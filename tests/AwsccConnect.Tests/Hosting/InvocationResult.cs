using System.Management.Automation;

namespace AwsccConnect.Tests.Hosting;

/// <summary>Everything a pipeline produced, by stream.</summary>
public sealed class InvocationResult
{
    internal InvocationResult(PowerShell shell, IEnumerable<PSObject> output, Exception? failure)
    {
        Output = [.. output];
        Errors = [.. shell.Streams.Error];
        Warnings = [.. shell.Streams.Warning.Select(record => record.Message)];
        Verbose = [.. shell.Streams.Verbose.Select(record => record.Message)];
        Debug = [.. shell.Streams.Debug.Select(record => record.Message)];
        Information = [.. shell.Streams.Information];
        Progress = [.. shell.Streams.Progress];
        Stopped = failure is PipelineStoppedException;
        TerminatingException = Stopped ? null : failure;
    }

    /// <summary>The success stream.</summary>
    public IReadOnlyList<PSObject> Output { get; }

    /// <summary>The error stream: non-terminating errors only; see <see cref="TerminatingError"/>.</summary>
    public IReadOnlyList<ErrorRecord> Errors { get; }

    /// <summary>Warning messages.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Verbose messages; the script needs -Verbose.</summary>
    public IReadOnlyList<string> Verbose { get; }

    /// <summary>Debug messages; the script needs -Debug.</summary>
    public IReadOnlyList<string> Debug { get; }

    /// <summary>Information records.</summary>
    public IReadOnlyList<InformationRecord> Information { get; }

    /// <summary>Progress records.</summary>
    public IReadOnlyList<ProgressRecord> Progress { get; }

    /// <summary>The exception that ended the script, if one did.</summary>
    public Exception? TerminatingException { get; }

    /// <summary>The error record of the exception that ended the script, if one did.</summary>
    public ErrorRecord? TerminatingError => (TerminatingException as IContainsErrorRecord)?.ErrorRecord;

    /// <summary>True if the pipeline was stopped from outside.</summary>
    public bool Stopped { get; }

    /// <summary>The success stream without PowerShell's wrapper.</summary>
    public IReadOnlyList<object> Values => [.. Output.Select(item => item.BaseObject)];

    /// <summary>The FullyQualifiedErrorIds of all errors, terminating last.</summary>
    public IReadOnlyList<string> ErrorIds => [.. AllErrors.Select(error => error.FullyQualifiedErrorId)];

    /// <summary>Non-terminating errors and, last, the terminating one.</summary>
    public IReadOnlyList<ErrorRecord> AllErrors => TerminatingError is { } last ? [.. Errors, last] : Errors;
}
