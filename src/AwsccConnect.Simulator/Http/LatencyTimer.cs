using System.Diagnostics;

namespace AwsccConnect.Simulator.Http;

/// <summary>
/// Ends delays within about a millisecond of their time, and never before it. .NET's own timers follow the kernel's coarse clock, whose step
/// is 4 ms on many Linux kernels: with them a latency of 50 ms would be 52 on average. A thread, started with the first delay, waits for the
/// earliest of them.
/// </summary>
internal sealed class LatencyTimer
{
    private readonly object _monitor = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _pending = new();
    private readonly CancellationToken _stopping;
    private Thread? _thread;

    public LatencyTimer(CancellationToken stopping)
    {
        _stopping = stopping;
        stopping.Register(Wake);
    }

    /// <summary>Completes at a timestamp of <see cref="Stopwatch"/>; is canceled when the simulator stops.</summary>
    public Task DelayUntilAsync(long due)
    {
        TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_monitor)
        {
            if (_stopping.IsCancellationRequested)
            {
                return Task.FromCanceled(_stopping);
            }

            _pending.Enqueue(source, due);
            if (_thread is null)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = "Simulator latency" };
                _thread.Start();
            }
            else if (_pending.Peek() == source)
            {
                Monitor.Pulse(_monitor);
            }
        }

        return source.Task;
    }

    private void Wake()
    {
        lock (_monitor)
        {
            Monitor.Pulse(_monitor);
        }
    }

    private void Run()
    {
        lock (_monitor)
        {
            while (!_stopping.IsCancellationRequested)
            {
                if (!_pending.TryPeek(out var source, out var due))
                {
                    Monitor.Wait(_monitor);
                    continue;
                }

                var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (left > TimeSpan.Zero)
                {
                    Monitor.Wait(_monitor, (int)Math.Ceiling(left.TotalMilliseconds));
                    continue;
                }

                _pending.Dequeue();
                source.SetResult();
            }

            while (_pending.TryDequeue(out var source, out _))
            {
                source.SetCanceled(_stopping);
            }
        }
    }
}
