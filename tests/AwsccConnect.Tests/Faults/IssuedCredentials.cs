using Amazon.Runtime;

namespace AwsccConnect.Tests.Faults;

/// <summary>Credentials that issue new keys when the old ones are thrown away, and think each good for an hour.</summary>
public sealed class IssuedCredentials : RefreshingAWSCredentials
{
    private int _issued;

    protected override CredentialsRefreshState GenerateNewCredentials() => new(
        new ImmutableCredentials($"AKIDFAULTSISSUED{Interlocked.Increment(ref _issued)}", FaultWorld.Secrets[1], FaultWorld.Secrets[2]),
        DateTime.UtcNow.AddHours(1));
}
