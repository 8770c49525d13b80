using System.Management.Automation.Host;
using AwsccConnect.Core;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Pipeline;

/// <summary>
/// A cmdlet whose work runs on other threads. The pipeline thread starts it, waits for it and does all writing. When
/// the pipeline ends early - Ctrl+C, <c>Select-Object -First</c>, an error with <c>-ErrorAction Stop</c> - the work is
/// cancelled and awaited, and writes that AWS has accepted are reported to the user.
/// </summary>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private static readonly TimeSpan LongestJoin = TimeSpan.FromSeconds(1.8);

    private readonly PipelineDispatcher _dispatcher = new();
    private readonly List<Task> _background = [];
    private bool _ended;
    private bool _disposed;

    static AsyncCmdlet()
    {
        // Lists and parts of users are also filled by PowerShell's own conversions, which pass wrapped values.
        UserValueConverter.Unwrap = PSValue.Unwrap;
    }

    /// <summary>Creates the cmdlet.</summary>
    protected AsyncCmdlet()
    {
        Output = new CmdletPipeline(this, _dispatcher);
    }

    /// <summary>Stops the work.</summary>
    private protected CommandCancellation Stop { get; } = new();

    /// <summary>Writes to the pipeline from any thread.</summary>
    private protected CmdletPipeline Output { get; }

    /// <summary>The writes that AWS has accepted and whose end the user has not seen.</summary>
    private protected InFlightRequests InFlight { get; } = new();

    /// <summary>The endpoint that requests were sent to; null for the Region's own.</summary>
    private protected virtual string? Endpoint => null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    // Messages contain texts of AWS and of files. Here, and for errors in ErrorRecords, is the only code in which they
    // lose terminal control sequences; on the pipeline thread.

    /// <summary>Writes a warning, safe to print.</summary>
    internal new void WriteWarning(string text) => base.WriteWarning(TerminalText.CleanLine(text));

    /// <summary>Writes a verbose line, safe to print.</summary>
    internal new void WriteVerbose(string text) => base.WriteVerbose(TerminalText.CleanLine(text));

    /// <summary>Writes a debug line, safe to print.</summary>
    internal new void WriteDebug(string text) => base.WriteDebug(TerminalText.CleanLine(text));

    /// <summary>Prompts for confirmation, with texts that are safe to print. Throws where a prompt is due and the session cannot prompt.</summary>
    internal new bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)
    {
        try
        {
            return base.ShouldProcess(TerminalText.Clean(verboseDescription), TerminalText.Clean(verboseWarning), caption);
        }
        catch (Exception exception) when (exception is HostException or PSInvalidOperationException or NotSupportedException or NotImplementedException)
        {
            // pwsh -NonInteractive, scheduled jobs, and hosts without prompts.
            var force = MyInvocation.MyCommand is CmdletInfo command && command.Parameters.ContainsKey("Force") ? "-Force or " : string.Empty;
            throw new ConnectOperationException(
                ErrorIds.PromptNotAvailable,
                $"{TerminalText.CleanLine(verboseWarning.Split('\n')[0])} This session cannot prompt (-NonInteractive, or a host without prompts), so nothing more was done.",
                $"Add {force}-Confirm:$false to continue without confirm prompts, or -WhatIf to see what would be done.",
                exception) { EndsCommand = true };
        }
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Guard(() =>
    {
        RefuseUnusedInput();
        Begin();
    });

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(End);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => Stop.Stop();

    /// <summary>Runs on the pipeline thread before the first input.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Runs on the pipeline thread for each input.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>Runs on the pipeline thread after the last input.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Releases what the cmdlet holds, after all its work has ended.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
        {
            return;
        }

        _disposed = true;
        EndEarly();
        Stop.Dispose();
    }

    /// <summary>Starts work on a worker thread and lets the pipeline thread write for it until it ends.</summary>
    private protected void Await(Func<CancellationToken, Task> work)
    {
        var task = Start(work);
        _dispatcher.RunUntil(task, Stop.Stopping);
        _background.Remove(task);
    }

    /// <summary>Starts work that continues while further input arrives.</summary>
    private protected Task Start(Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => work(Stop.Stopping), CancellationToken.None);
        _background.Add(task);
        return task;
    }

    /// <summary>
    /// Writes the error of an item, which a stop then does not report any more. What it leaves at AWS is kept for Get-ConnectUserRequest
    /// -Interrupted: a generated password is nowhere else.
    /// </summary>
    private protected Task FailAsync(Exception exception, object? target, object owner)
    {
        var known = exception as ConnectOperationException;
        var left = known?.ErrorId == ErrorIds.RequestTokenNotFound ? [] : InFlight.LeftBy(owner);
        if (known is not null && left.Any(request => request.Generated is not null))
        {
            exception = new ConnectOperationException(known.ErrorId, known.Message, $"{known.Remedy} {InterruptedRequests.PasswordRemedy}", known)
            {
                EndsCommand = known.EndsCommand,
                RequestToken = known.RequestToken,
            };
        }

        return Output.FailAsync(exception, target, onWritten: () =>
        {
            foreach (var request in left)
            {
                InterruptedRequests.Add(request, Endpoint);
            }

            InFlight.RemoveByOwner(owner);
        });
    }

    /// <summary>Waits for work that was not started by <see cref="Start"/>, after the stop.</summary>
    private protected virtual Task JoinAsync() => Task.CompletedTask;

    /// <summary>
    /// Refuses input from the pipeline where no parameter takes it. PowerShell reports each object, but runs the command to its end: others
    /// than those of the pipeline would come out, to be changed or removed by the next command.
    /// </summary>
    private void RefuseUnusedInput()
    {
        if (MyInvocation.ExpectingInput && MyInvocation.MyCommand is CmdletInfo command
            && command.ParameterSets.FirstOrDefault(set => set.Name == ParameterSetName) is { } used && !TakesInput(used))
        {
            // Of a list, a filter may be meant; else the input itself says what a parameter says.
            var excluding = command.Verb == VerbsCommon.Get ? [] : MyInvocation.BoundParameters.Keys
                .Where(name => command.ParameterSets.Any(TakesInput) && !command.ParameterSets.Where(TakesInput).Any(set => set.Parameters.Any(parameter => parameter.Name == name)))
                .ToList();
            throw new UserValueException(
                "InputObject",
                $"{MyInvocation.MyCommand.Name} with these parameters takes no input from the pipeline: it would not be limited to that input. Nothing was done.",
                excluding.Count == 0
                    ? "Run it without input; to limit what is in the pipeline, use Where-Object."
                    : $"Leave out -{string.Join(" and -", excluding)}: the input has its own, which can be changed before it is piped. Or run the command without input.");
        }

        static bool TakesInput(CommandParameterSetInfo set) => set.Parameters.Any(parameter => parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName);
    }

    private void Guard(Action step)
    {
        try
        {
            if (Stop.IsStopping)
            {
                throw new OperationCanceledException();
            }

            _dispatcher.Drain();
            step();
        }
        catch (OperationCanceledException) when (Stop.IsStopping)
        {
            EndEarly();
            throw new PipelineStoppedException();
        }
        catch (Exception exception) when (exception is ConnectOperationException or UserValueException)
        {
            EndEarly();
            ThrowTerminatingError(ItemErrors.ToRecord(exception, null));
        }
        catch
        {
            EndEarly();
            throw;
        }
    }

    /// <summary>Cancels the work, waits for it and reports what AWS carries out regardless.</summary>
    private void EndEarly()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        Stop.Stop();
        _dispatcher.Close();
        try
        {
            Task.WaitAll([.. _background, JoinAsync()], LongestJoin);
        }
        catch (AggregateException)
        {
            // The work has ended, cancelled or failed: either way its result is not used any more.
        }

        foreach (var request in InFlight.Snapshot())
        {
            if (InterruptedRequests.Add(request, Endpoint) is { } line)
            {
                // WriteWarning throws once the pipeline is stopping; the host still listens.
                Host?.UI?.WriteWarningLine(TerminalText.CleanLine(line));
            }
        }
    }
}
