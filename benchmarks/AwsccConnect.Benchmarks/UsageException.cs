namespace AwsccConnect.Benchmarks;

/// <summary>The command line is wrong; the message says how it should be.</summary>
public sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message)
    {
    }
}
