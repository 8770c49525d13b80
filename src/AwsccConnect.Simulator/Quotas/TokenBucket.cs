namespace AwsccConnect.Simulator.Quotas;

/// <summary>A token bucket: the quota's burst at once, refilled with its rate a second.</summary>
internal sealed class TokenBucket
{
    private readonly QuotaRate _quota;
    private readonly TimeProvider _time;
    private double _tokens;
    private long _last;

    public TokenBucket(QuotaRate quota, TimeProvider time)
    {
        _quota = quota;
        _time = time;
        _tokens = quota.Burst;
        _last = time.GetTimestamp();
    }

    public bool TryTake()
    {
        var now = _time.GetTimestamp();
        _tokens = Math.Min(_quota.Burst, _tokens + (Math.Max(0, _time.GetElapsedTime(_last, now).TotalSeconds) * _quota.Rate));
        _last = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
