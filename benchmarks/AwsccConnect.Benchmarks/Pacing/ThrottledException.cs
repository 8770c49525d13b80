namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>A create was throttled, by the call or in its status.</summary>
public sealed class ThrottledException : Exception
{
    public ThrottledException()
        : base("Rate exceeded")
    {
    }
}
