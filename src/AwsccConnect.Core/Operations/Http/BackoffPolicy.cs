namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// How long to wait before the next attempt: exponential back-off with full jitter
/// (<see href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/"/>).
/// </summary>
internal static class BackoffPolicy
{
    /// <summary>Attempts of one call at most when the service or the network fails.</summary>
    public const int MaximumTransientAttempts = 6;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public static TimeSpan? NextDelay(FailureKind kind, int attempt, Deadline deadline, int transientAttempts = MaximumTransientAttempts)
    {
        if (kind is FailureKind.Permanent or FailureKind.Expired or FailureKind.ClockSkew || (kind == FailureKind.Transient && attempt >= transientAttempts))
        {
            return null;
        }

        var first = kind == FailureKind.Transient ? 0.1 : 0.25;
        var ceiling = Math.Min(Longest.TotalSeconds, first * Math.Pow(2, Math.Min(attempt - 1, 10)));
        // Half fixed, half random: never an immediate retry, never a herd.
        var delay = TimeSpan.FromSeconds((ceiling / 2) + (Random.Shared.NextDouble() * ceiling / 2));
        return deadline.IsPassedAfter(delay) ? null : delay;
    }
}
