using System.Diagnostics;
using Amazon.Runtime;

namespace AwsccConnect.Session;

/// <summary>Credentials whose failures are explained in the user's terms, at the start and whenever they expire later.</summary>
internal sealed class ExplainedCredentials : AWSCredentials
{
    /// <summary>Time in which keys are not renewed again.</summary>
    private static readonly TimeSpan MinimumRenewalInterval = TimeSpan.FromSeconds(10);

    private readonly AWSCredentials _inner;
    private readonly Func<Exception, Exception> _explain;
    private long? _renewed;

    /// <summary>Wraps credentials.</summary>
    public ExplainedCredentials(AWSCredentials inner, string account, Func<Exception, Exception> explain)
    {
        _inner = inner;
        _explain = explain;
        Account = account;
    }

    /// <summary>Identifies the account as well as possible without a call to AWS; no secret.</summary>
    public string Account { get; }

    /// <summary>Prompt for the codes that the credentials may need; null for credentials that need none.</summary>
    public MfaPrompts? Prompts { get; init; }

    /// <summary>
    /// Throws away keys that AWS has refused as expired although their time is not over by this machine's clock: the next
    /// call gets new ones.
    /// </summary>
    public bool TryRenew()
    {
        if (_inner is not (RefreshingAWSCredentials or ForeignCredentials))
        {
            return false;
        }

        lock (_inner)
        {
            // All calls in flight are refused together: the keys are renewed once.
            if (_renewed is { } renewed && Stopwatch.GetElapsedTime(renewed) < MinimumRenewalInterval)
            {
                return true;
            }

            _renewed = Stopwatch.GetTimestamp();
            (_inner as RefreshingAWSCredentials)?.ClearCredentials();
            (_inner as ForeignCredentials)?.Clear();
            return true;
        }
    }

    public override ImmutableCredentials GetCredentials()
    {
        try
        {
            return _inner.GetCredentials();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw _explain(exception);
        }
    }

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            return await _inner.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw _explain(exception);
        }
    }

    public override string ToString() => nameof(ExplainedCredentials);
}
