using System.Diagnostics;
using Amazon.Runtime;

namespace AwsccConnect.Session;

/// <summary>Credentials whose failures are explained in the user's terms, at the start and whenever they expire later.</summary>
internal sealed class ExplainedCredentials(AWSCredentials inner, string account, Func<Exception, Exception> explain) : AWSCredentials
{
    /// <summary>Time in which keys are not renewed again.</summary>
    private static readonly TimeSpan MinimumRenewalInterval = TimeSpan.FromSeconds(10);

    private long? _renewed;

    /// <summary>Identifies the account as well as possible without a call to AWS; no secret.</summary>
    public string Account => account;

    /// <summary>Prompt for the codes that the credentials may need; null for credentials that need none.</summary>
    public MfaPrompts? Prompts { get; init; }

    /// <summary>
    /// Throws away keys that AWS has refused as expired although their time is not over by this machine's clock: the next
    /// call gets new ones.
    /// </summary>
    public bool TryRenew()
    {
        if (inner is not (RefreshingAWSCredentials or ForeignCredentials))
        {
            return false;
        }

        lock (inner)
        {
            // All calls in flight are refused together: the keys are renewed once.
            if (_renewed is { } renewed && Stopwatch.GetElapsedTime(renewed) < MinimumRenewalInterval)
            {
                return true;
            }

            _renewed = Stopwatch.GetTimestamp();
            (inner as RefreshingAWSCredentials)?.ClearCredentials();
            (inner as ForeignCredentials)?.Clear();
            return true;
        }
    }

    public override ImmutableCredentials GetCredentials()
    {
        try
        {
            return inner.GetCredentials();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw explain(exception);
        }
    }

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            return await inner.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw explain(exception);
        }
    }

    public override string ToString() => nameof(ExplainedCredentials);
}
