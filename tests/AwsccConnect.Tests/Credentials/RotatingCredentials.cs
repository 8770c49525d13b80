using Amazon.Runtime;

namespace AwsccConnect.Tests.Credentials;

/// <summary>Credentials of the test process's own copy of the SDK whose keys expire at once: each request gives new ones.</summary>
public sealed class RotatingCredentials : AWSCredentials
{
    private int _asked;

    public override ImmutableCredentials GetCredentials() => new($"AKIDROTATING{Interlocked.Increment(ref _asked)}", "rotating-secret", "rotating-token");
}
