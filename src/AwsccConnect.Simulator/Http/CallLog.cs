namespace AwsccConnect.Simulator.Http;

/// <summary>The latest calls, in a ring of bounded size.</summary>
internal sealed class CallLog(int maximum)
{
    private readonly Queue<SimulatorCall> _calls = new();
    private readonly object _gate = new();
    private long _total;

    public long Total => Interlocked.Read(ref _total);

    public long NextSequence() => Interlocked.Increment(ref _total);

    public IReadOnlyList<SimulatorCall> Snapshot()
    {
        lock (_gate)
        {
            return _calls.OrderBy(call => call.Sequence).ToArray();
        }
    }

    public void Add(SimulatorCall call)
    {
        lock (_gate)
        {
            _calls.Enqueue(call);
            while (_calls.Count > maximum)
            {
                _calls.Dequeue();
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
        }

        Interlocked.Exchange(ref _total, 0);
    }
}
