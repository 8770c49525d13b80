using System.Threading.RateLimiting;

namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>A token bucket at the documented default, and another try with a new token after each refusal.</summary>
internal sealed class TokenBucketStrategy : ClientStrategy
{
    private readonly TokenBucketRateLimiter _limiter = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = PacingScenario.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(500),
        QueueLimit = int.MaxValue,
    });

    public override string Name => "TokenBucketRateLimiter at 2/s, burst 5, 10 retries";

    protected override async ValueTask CreateAsync(string desiredState, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var lease = await _limiter.AcquireAsync(1, cancellation);
            try
            {
                await SendAsync(desiredState, cancellation);
                return;
            }
            catch (ThrottledException) when (attempt < MaximumRetries)
            {
                // Its turn comes again with the next token.
            }
        }
    }

    protected override ValueTask DisposeOwnAsync() => _limiter.DisposeAsync();
}
