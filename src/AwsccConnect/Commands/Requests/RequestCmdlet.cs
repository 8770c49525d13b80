using System.Management.Automation;
using AwsccConnect.Binding;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Pipeline;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Requests;

/// <summary>
/// A command that does something with given requests: inputs are understood as they come, the work on them runs side by
/// side, and results are written as they finish. One bad input never stops the others.
/// </summary>
public abstract class RequestCmdlet : ConnectCmdlet
{
    private BulkRunner<RequestInput, RequestOutcome>? _runner;
    private Task _delivery = Task.CompletedTask;

    /// <summary>Request tokens.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "RequestToken")]
    [Alias("Token")]
    [ValidateNotNullOrEmpty]
    public string[] RequestToken { get; set; } = [];

    /// <summary>Requests, request tokens, or rows with RequestToken and Region.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>AWS Region, for example <c>eu-west-2</c>. Default: that of the request or row, else the session's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Requests in work at once at most.</summary>
    private protected virtual int InFlightLimit => ThrottleLimit;

    /// <inheritdoc/>
    private protected override void Begin()
    {
        base.Begin();
        var runner = new BulkRunner<RequestInput, RequestOutcome>(InFlightLimit, BulkOrder.AsFinished, WorkAsync);
        _runner = runner;
        _delivery = Start(token => DeliverAsync(runner, token));
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (InputObject is { } input)
        {
            Submit(RequestInputReader.TargetOf(input), () => RequestInputReader.Read(input));
            return;
        }

        foreach (var token in RequestToken)
        {
            Submit(token, () => RequestInputReader.FromToken(token));
        }
    }

    /// <inheritdoc/>
    private protected override void Finish()
    {
        _runner!.Complete();
        Statistics.AllTaken();
        Await(_ => _delivery);
    }

    /// <inheritdoc/>
    private protected override Task JoinAsync() => _runner?.JoinAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _runner?.Dispose();
    }

    /// <summary>Does the work on one request; on a worker thread.</summary>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to write.</returns>
    private protected abstract Task<RequestOutcome> WorkAsync(RequestInput input, CancellationToken cancellationToken);

    /// <summary>The context of a request's Region.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The context.</returns>
    private protected OperationContext ContextFor(RequestInput input) => ContextFor(RequestInputReader.RegionOf(input, Region));

    private void Submit(object target, Func<RequestInput> read)
    {
        RequestInput input;
        try
        {
            input = read();
        }
        catch (Exception exception) when (exception is ConnectOperationException or ArgumentException)
        {
            Statistics.ItemTaken();
            Statistics.ItemFailed();
            WriteError(ItemErrors.ToRecord(exception, target));
            return;
        }

        Statistics.ItemTaken();
        Await(token => _runner!.SubmitAsync(input, token));
    }

    private async Task DeliverAsync(BulkRunner<RequestInput, RequestOutcome> runner, CancellationToken cancellationToken)
    {
        await foreach (var outcome in runner.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var (written, error, target) = outcome.Error is null
                ? outcome.Result!
                : new RequestOutcome(null, outcome.Error, outcome.Item.Target);
            if (error is OperationCanceledException)
            {
                continue;
            }

            if (written is not null)
            {
                await Output.WriteAsync(outcome.Item.ToOutput(written), () => InFlight.RemoveByOwner(outcome.Item)).ConfigureAwait(false);
            }

            if (error is null)
            {
                Statistics.ItemDone();
            }
            else
            {
                Statistics.ItemFailed();
                await Output.FailAsync(error, target, onWritten: () => InFlight.RemoveByOwner(outcome.Item)).ConfigureAwait(false);
            }

            InFlight.RemoveByOwner(outcome.Item);
        }
    }
}
