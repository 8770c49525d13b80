using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Commands.Stacks;

/// <summary>A command that changes the users of a stack and reports each.</summary>
public abstract class StackWriteCmdlet : StackCmdlet
{
    /// <summary>Removals that are allowed; with more, no user is removed. Default: a tenth of the stack's users, at least 5.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? MaximumRemovals { get; set; }

    /// <summary>
    /// Id of this run, 1-128 letters, digits and <c>- . _ : / @ + =</c>. The same command with the same id within 36 hours waits for what
    /// an earlier run has in flight instead of sending it again. Default: every run is one of its own.
    /// </summary>
    [Parameter]
    [ValidatePattern(DeterministicClientTokens.Pattern)]
    public string? RunId { get; set; }

    /// <summary>File to append a record of each change to, with old and new values and without secrets. Default: none.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ChangeLogPath { get; set; }

    private protected override string? GivenRunId => RunId;

    private protected override string? GivenChangeLog => ChangeLogPath;

    /// <summary>Counts a user that is done and writes its row of the report, after its error where it has one.</summary>
    private protected async Task ReportAsync(StackDefinition stack, StackStepResult done)
    {
        Count(done.Item);
        var result = done.ToResult(stack);
        if (done.Error is not null && done.ReportsError)
        {
            Statistics.ItemFailed();
            await FailAsync(done.Error, result, done.Item).ConfigureAwait(false);
        }
        else
        {
            Statistics.ItemDone(done.Outcome == StackOutcome.None);
        }

        if (!IsWhatIf)
        {
            await Output.WriteAsync(ToOutput(result, done), () => InFlight.RemoveByOwner(done.Item)).ConfigureAwait(false);
        }
    }

    /// <summary>The row of the report as it is written.</summary>
    private protected virtual object ToOutput(ConnectUserStackResult result, StackStepResult done) => result;
}
