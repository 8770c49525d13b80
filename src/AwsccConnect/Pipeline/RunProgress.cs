using System.Globalization;

namespace AwsccConnect.Pipeline;

/// <summary>Shows how far a command is, once it has run for a second: done of how many, rate now, failures, time left.</summary>
internal sealed class RunProgress(string activity, RunStatistics statistics, CmdletPipeline output) : IDisposable
{
    private static readonly TimeSpan InitialDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UpdateInterval = TimeSpan.FromMilliseconds(500);
    private static int _lastId = 0x0C0;

    private readonly int _id = Interlocked.Increment(ref _lastId);
    private readonly RecentRate _recent = new();
    private Timer? _timer;
    private int _posted;
    private bool _isShown;

    /// <summary>Starts the clock.</summary>
    public void Start() => _timer = new Timer(_ => Tick(), null, InitialDelay, UpdateInterval);

    /// <summary>Takes the bar away; on the pipeline thread.</summary>
    public void Complete()
    {
        Dispose();
        if (_isShown)
        {
            output.ProgressNow(new ProgressRecord(_id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _timer = null;
    }

    /// <summary>The record for the present counts.</summary>
    internal ProgressRecord Record()
    {
        var ended = statistics.Done + statistics.Failed;
        var rate = _recent.Observe(ended, statistics.Elapsed);
        var total = statistics.IsTotalKnown ? statistics.Taken : (long?)null;
        var status = string.Create(
            CultureInfo.InvariantCulture,
            $"{ended}{(total is null ? string.Empty : $" of {total}")} ({rate:0.0} a second{(statistics.Failed > 0 ? $", {statistics.Failed} failed" : string.Empty)}{(statistics.Throttled > 0 ? $", held to the rate that AWS allows" : string.Empty)})");
        var record = new ProgressRecord(_id, activity, status);
        if (total > 0)
        {
            record.PercentComplete = (int)(100 * ended / total.Value);
            record.SecondsRemaining = rate > 0 ? (int)Math.Ceiling((total.Value - ended) / rate) : -1;
        }

        return record;
    }

    private void Tick()
    {
        // One record at a time is on its way: the pipeline thread may be busy downstream for long.
        if (Interlocked.Exchange(ref _posted, 1) == 1)
        {
            return;
        }

        output.Post(() =>
        {
            Interlocked.Exchange(ref _posted, 0);
            if (_timer is not null)
            {
                _isShown = true;
                output.ProgressNow(Record());
            }
        });
    }
}
