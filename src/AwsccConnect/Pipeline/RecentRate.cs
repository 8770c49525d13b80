namespace AwsccConnect.Pipeline;

/// <summary>The rate of the last few seconds, which after throttling is more useful than the average of the run.</summary>
internal sealed class RecentRate
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Queue<(TimeSpan At, long Count)> _observations = new();

    /// <summary>Takes an observation.</summary>
    public double Observe(long count, TimeSpan at)
    {
        if (_observations.Count == 0)
        {
            _observations.Enqueue((TimeSpan.Zero, 0));
        }

        _observations.Enqueue((at, count));
        while (_observations.Count > 2 && at - _observations.Peek().At > Window)
        {
            _observations.Dequeue();
        }

        var (from, before) = _observations.Peek();
        return at > from ? (count - before) / (at - from).TotalSeconds : 0;
    }
}
