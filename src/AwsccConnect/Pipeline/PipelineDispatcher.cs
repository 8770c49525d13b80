using System.Diagnostics.CodeAnalysis;

namespace AwsccConnect.Pipeline;

/// <summary>
/// Carries work from the worker threads to the pipeline thread: PowerShell allows writing only there. The pipeline
/// thread runs what was posted while it waits for a worker.
/// </summary>
internal sealed class PipelineDispatcher
{
    private readonly Queue<DispatcherItem> _queue = new();
    private readonly object _gate = new();
    private bool _closed;

    /// <summary>Has the pipeline thread run something; from any thread.</summary>
    public Task<T> PostAsync<T>(Func<T> action)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(new DispatcherItem(
            () =>
            {
                try
                {
                    completion.TrySetResult(action());
                }
                catch
                {
                    // What PowerShell throws here belongs to the pipeline thread; the worker only learns that it is over.
                    completion.TrySetCanceled();
                    throw;
                }
            },
            () => completion.TrySetCanceled()));
        return completion.Task;
    }

    /// <summary>Has the pipeline thread run something, without waiting for it.</summary>
    public void Post(Action action) => Enqueue(new DispatcherItem(action, () => { }));

    /// <summary>Runs what is posted until the task ends; on the pipeline thread. Throws where the pipeline was stopped.</summary>
    public void RunUntil(Task task, CancellationToken stopping)
    {
        _ = task.ContinueWith(
            (_, state) => ((PipelineDispatcher)state!).Post(() => { }),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        using var wake = stopping.UnsafeRegister(static state => ((PipelineDispatcher)state!).Post(() => { }), this);
        while (!task.IsCompleted)
        {
            stopping.ThrowIfCancellationRequested();
            Take().Run();
        }

        Drain();
        task.GetAwaiter().GetResult();
    }

    /// <summary>Runs what is posted now; on the pipeline thread.</summary>
    public void Drain()
    {
        while (TryTake(out var item))
        {
            item.Run();
        }
    }

    /// <summary>Cancels what is posted now and later.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }

        while (TryTake(out var item))
        {
            item.Cancel();
        }
    }

    /// <summary>Waits for an item; asleep rather than spinning, since the processor is needed by the workers.</summary>
    private DispatcherItem Take()
    {
        lock (_gate)
        {
            while (_queue.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            return _queue.Dequeue();
        }
    }

    private bool TryTake([NotNullWhen(true)] out DispatcherItem? item)
    {
        lock (_gate)
        {
            return _queue.TryDequeue(out item);
        }
    }

    private void Enqueue(DispatcherItem item)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _queue.Enqueue(item);
                Monitor.Pulse(_gate);
                return;
            }
        }

        item.Cancel();
    }
}
