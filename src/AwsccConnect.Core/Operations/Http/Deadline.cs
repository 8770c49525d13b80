namespace AwsccConnect.Core.Operations.Http;

/// <summary>A point in time after which no more waiting is done for one user.</summary>
internal sealed class Deadline(TimeProvider time, TimeSpan timeout)
{
    private readonly long _start = time.GetTimestamp();

    public TimeSpan Timeout => timeout;

    /// <summary>Time left; never negative.</summary>
    public TimeSpan Left => timeout - time.GetElapsedTime(_start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Whether a pause of this length would end too late.</summary>
    public bool IsPassedAfter(TimeSpan pause) => pause >= Left;
}
