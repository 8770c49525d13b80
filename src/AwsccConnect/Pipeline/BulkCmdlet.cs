using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Pipeline;

/// <summary>
/// A command for any number of inputs: they are parsed as they come, the work on them runs side by side, and results and errors are
/// written in the order of the inputs or as they finish. One bad input never stops the others.
/// </summary>
public abstract class BulkCmdlet : ConnectCmdlet
{
    private BulkRunner<BulkItem, Func<Task>>? _runner;
    private Task _delivery = Task.CompletedTask;

    /// <summary>Starts taking inputs; on the pipeline thread, before the first.</summary>
    private protected void StartBulk(int parallelism, BulkOrder order)
    {
        var runner = new BulkRunner<BulkItem, Func<Task>>(parallelism, order, static (item, token) => item.WorkAsync(token));
        _runner = runner;
        _delivery = Start(token => DeliverAsync(runner, token));
    }

    /// <summary>Parses an input; on the pipeline thread. What is wrong with it becomes its error. Null where there is nothing to do.</summary>
    private protected TInput? Read<TInput>(object target, Func<TInput?> read)
        where TInput : class, IBulkInput
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is UserValueException or ConnectOperationException or ArgumentException)
        {
            Refuse(exception, target is PSObject row ? UserInputReader.Copy(row) : target);
            return null;
        }
    }

    /// <summary>Writes the error of an input on which no work starts; on the pipeline thread.</summary>
    private protected virtual void Refuse(Exception exception, object target)
    {
        var record = ItemErrors.ToRecord(exception, target);
        if (exception is ConnectOperationException { EndsCommand: true })
        {
            ThrowTerminatingError(record);
        }

        Statistics.ItemTaken();
        Statistics.ItemFailed();
        WriteError(record);
    }

    /// <summary>
    /// Starts work on an input as soon as a slot is free; on the pipeline thread. The work runs on a worker thread. The results are written in
    /// their order.
    /// </summary>
    private protected void Submit<TInput, TResult>(
        TInput input, Func<TInput, CancellationToken, Task<TResult>> workAsync, Func<TInput, TResult, Task> writeAsync)
        where TInput : IBulkInput
    {
        Statistics.ItemTaken();
        var item = new BulkItem(input, async token =>
        {
            var result = await workAsync(input, token).ConfigureAwait(false);
            return () => writeAsync(input, result);
        });
        Await(token => _runner!.SubmitAsync(item, token));
    }

    /// <summary>Writes an object for an input, which a stop then does not report any more.</summary>
    private protected Task WriteAsync(IBulkInput input, object value) => Output.WriteAsync(value, () => InFlight.RemoveByOwner(input));

    /// <summary>Writes the error of an input, which a stop then does not report any more.</summary>
    private protected Task FailAsync(IBulkInput input, Exception exception, object? target)
    {
        Statistics.ItemFailed();
        return FailAsync(exception, target, input);
    }

    private protected override void Finish()
    {
        if (_runner is { } runner)
        {
            runner.Complete();
            Statistics.AllTaken();
            Await(_ => _delivery);
        }
    }

    private protected sealed override Task JoinAsync() => _runner?.JoinAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _runner?.Dispose();
    }

    private async Task DeliverAsync(BulkRunner<BulkItem, Func<Task>> runner, CancellationToken cancellationToken)
    {
        await foreach (var outcome in runner.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var input = outcome.Item.Input;
            if (outcome.Error is null)
            {
                await outcome.Result!().ConfigureAwait(false);
                InFlight.RemoveByOwner(input);
            }
            else if (outcome.Error is not OperationCanceledException)
            {
                await FailAsync(input, input.Describe(outcome.Error), input.Target).ConfigureAwait(false);
            }
        }
    }
}
