using System.Diagnostics;
using System.Globalization;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Pipeline;

/// <summary>Counts what a command does, and passes it to another observer where there is one; safe from any thread.</summary>
internal sealed class RunStatistics(ICallObserver? next = null) : ICallObserver
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _calls;
    private long _retried;
    private long _throttled;
    private long _taken;
    private long _done;
    private long _failed;
    private long _unchanged;
    private long _isComplete;

    /// <summary>HTTP attempts.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Items that have ended well, unchanged ones included.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Items that have failed.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Items taken so far.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Attempts that AWS refused because of the rate.</summary>
    public long Throttled => Interlocked.Read(ref _throttled);

    /// <summary>Whether <see cref="Taken"/> is the number of all items.</summary>
    public bool IsTotalKnown => Interlocked.Read(ref _isComplete) == 1;

    /// <summary>Time since the command began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Items were taken.</summary>
    public void ItemTaken(int count = 1) => Interlocked.Add(ref _taken, count);

    /// <summary>No more items will come.</summary>
    public void AllTaken() => Interlocked.Exchange(ref _isComplete, 1);

    /// <summary>An item has ended well.</summary>
    public void ItemDone(bool unchanged = false)
    {
        Interlocked.Increment(ref _done);
        if (unchanged)
        {
            Interlocked.Increment(ref _unchanged);
        }
    }

    /// <summary>An item has failed.</summary>
    public void ItemFailed() => Interlocked.Increment(ref _failed);

    public bool WantsBodies => next?.WantsBodies == true;

    public void BodySeen(string operation, bool isRequest, string body) => next?.BodySeen(operation, isRequest, body);

    public void CallFinished(CallRecord record)
    {
        // A request that ends FAILED is reported as a record without a duration: it is no call of its own.
        if (record.Milliseconds > 0)
        {
            Interlocked.Increment(ref _calls);
        }

        if (record.RetryDelay is not null)
        {
            Interlocked.Increment(ref _retried);
        }

        if (record.IsThrottled)
        {
            Interlocked.Increment(ref _throttled);
        }

        next?.CallFinished(record);
    }

    public void Note(string message) => next?.Note(message);

    /// <summary>One line for -Verbose.</summary>
    public string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Done} done, {Failed} failed, {Interlocked.Read(ref _unchanged)} unchanged; {Calls} calls, {Interlocked.Read(ref _retried)} retried, {Throttled} throttled; {Elapsed.TotalSeconds:0.0} s.");
}
