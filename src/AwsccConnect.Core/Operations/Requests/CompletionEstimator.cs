namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// Learns how long requests of one operation take, so that they are polled when they are likely done.
/// Mean and mean deviation move with each observation, as TCP's round-trip estimate does (RFC 6298).
/// </summary>
internal sealed class CompletionEstimator
{
    private const double Shortest = 0.05;
    private const double Longest = 60;

    private readonly object _gate = new();
    private double _mean;
    private double _deviation;
    private bool _hasSample;
    private bool _hasLeader;

    public bool Observe(TimeSpan duration)
    {
        var seconds = Math.Clamp(duration.TotalSeconds, 0, Longest);
        lock (_gate)
        {
            if (!_hasSample)
            {
                _hasSample = true;
                _mean = seconds;
                _deviation = seconds / 8;
                return true;
            }

            _deviation += 0.25 * (Math.Abs(seconds - _mean) - _deviation);
            _mean += 0.125 * (seconds - _mean);
            return false;
        }
    }

    /// <summary>
    /// While nothing is known, one request (the poll leader) is polled often, and the others wait for what it shows.
    /// </summary>
    public bool TryBecomeLeader()
    {
        lock (_gate)
        {
            if (_hasSample || _hasLeader)
            {
                return false;
            }

            return _hasLeader = true;
        }
    }

    /// <summary>The poll leader has ended without a usable duration: another request may become the leader.</summary>
    public void ReleaseLeader()
    {
        lock (_gate)
        {
            _hasLeader = false;
        }
    }

    /// <summary>When to poll a request for the given time.</summary>
    public TimeSpan DelayBefore(int pollCount, bool isPollLeader)
    {
        lock (_gate)
        {
            var seconds = _hasSample
                ? pollCount == 0 ? _mean + (2 * _deviation) : Math.Max(_deviation, _mean / 8) * Math.Pow(1.5, pollCount - 1)
                : (isPollLeader ? 0.15 : 2) * Math.Pow(1.6, pollCount);
            return TimeSpan.FromSeconds(Math.Clamp(seconds, Shortest, Longest));
        }
    }
}
