using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>
/// The one bulk path: items go in as they come, work runs with bounded parallelism, outcomes come out as a stream.
/// At most <c>parallelism</c> items are in work. At first at most as many are started and not yet taken by the reader, so
/// that a reader of only a few costs little; once that many were taken, the window widens to
/// <see cref="WindowFactor"/> times, so that a slow item does not hold up the ones behind it. A reader that stops
/// reading stops the work, and memory does not depend on the number of items.
/// </summary>
internal sealed class BulkRunner<TItem, TResult> : IDisposable
{
    /// <summary>Items started and not taken, at most, as a multiple of the items in work.</summary>
    public const int WindowFactor = 4;

    private readonly Func<TItem, CancellationToken, Task<TResult>> _work;
    private readonly BulkOrder _order;
    private readonly SemaphoreSlim _inFlight;
    private readonly SemaphoreSlim _window;
    private readonly int _parallelism;
    private readonly Channel<Task<BulkOutcome<TItem, TResult>>> _outcomes =
        Channel.CreateUnbounded<Task<BulkOutcome<TItem, TResult>>>(new UnboundedChannelOptions { SingleReader = true });

    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _open = 1;
    private int _running = 1;

    /// <summary>Creates the runner. The parallelism, items in progress at most, is 1 or more. What the work throws becomes the item's error.</summary>
    public BulkRunner(int parallelism, BulkOrder order, Func<TItem, CancellationToken, Task<TResult>> work)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        _parallelism = parallelism;
        _inFlight = new SemaphoreSlim(parallelism, parallelism);
        _window = new SemaphoreSlim(parallelism);
        _order = order;
        _work = work;
    }

    /// <summary>Starts work on an item as soon as a slot is free. The token ends the wait for it, and the work.</summary>
    public async Task SubmitAsync(TItem item, CancellationToken cancellationToken)
    {
        await _window.WaitAsync(cancellationToken).ConfigureAwait(false);
        await _inFlight.WaitAsync(cancellationToken).ConfigureAwait(false);
        Interlocked.Increment(ref _open);
        Interlocked.Increment(ref _running);
        var task = Task.Run(() => RunAsync(item, cancellationToken), CancellationToken.None);
        if (_order == BulkOrder.AsSubmitted)
        {
            _outcomes.Writer.TryWrite(task);
            Close();
        }
        else
        {
            _ = task.ContinueWith(
                done =>
                {
                    _outcomes.Writer.TryWrite(done);
                    Close();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    /// <summary>Marks the input as complete; the stream of outcomes ends after the last item.</summary>
    public void Complete() => Close();

    /// <summary>The outcomes. An item's slot is free again once the reader takes the next outcome.</summary>
    public async IAsyncEnumerable<BulkOutcome<TItem, TResult>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in ReadBatchesAsync(1, cancellationToken).ConfigureAwait(false))
        {
            yield return batch[0];
        }
    }

    /// <summary>
    /// The outcomes, as many at a time as are there: handing them over one by one costs more than reading a user does.
    /// The items' slots are free again once the reader takes the next batch.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<BulkOutcome<TItem, TResult>>> ReadBatchesAsync(
        int maximum, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var taken = 0L;
        while (await _outcomes.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var batch = new List<BulkOutcome<TItem, TResult>>();
            while (batch.Count < maximum && _outcomes.Reader.TryPeek(out var next) && (batch.Count == 0 || next.IsCompleted))
            {
                batch.Add(await next.WaitAsync(cancellationToken).ConfigureAwait(false));
                _outcomes.Reader.TryRead(out _);
            }

            yield return batch;
            foreach (var _ in batch)
            {
                taken++;
                var widens = taken > _parallelism && taken <= _parallelism * WindowFactor;
                _window.Release(widens ? 2 : 1);
            }
        }
    }

    /// <summary>Waits until no work runs any more. Call it once, after the last <see cref="SubmitAsync"/>.</summary>
    public Task JoinAsync()
    {
        Leave();
        return _idle.Task;
    }

    public void Dispose()
    {
        _inFlight.Dispose();
        _window.Dispose();
    }

    private async Task<BulkOutcome<TItem, TResult>> RunAsync(TItem item, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(item, await _work(item, cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception exception)
        {
            return new(item, default, exception);
        }
        finally
        {
            ReleaseInFlight();
            Leave();
        }
    }

    private void ReleaseInFlight()
    {
        try
        {
            _inFlight.Release();
        }
        catch (ObjectDisposedException)
        {
            // The run was left before this work had ended; nothing waits for a slot any more.
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _idle.TrySetResult();
        }
    }

    private void Close()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _outcomes.Writer.TryComplete();
        }
    }
}
