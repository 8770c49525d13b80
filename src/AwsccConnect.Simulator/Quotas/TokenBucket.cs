namespace AwsccConnect.Simulator.Quotas;

/// <summary>A token bucket: the quota's burst at once, refilled with its rate a second.</summary>
internal sealed class TokenBucket(QuotaRate quota, TimeProvider time)
{
    private double _tokens = quota.Burst;
    private long _last = time.GetTimestamp();

    public bool TryTake()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(quota.Burst, _tokens + (Math.Max(0, time.GetElapsedTime(_last, now).TotalSeconds) * quota.Rate));
        _last = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
