using Polly;
using Polly.Retry;

namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>Polly's retry with exponential back-off and jitter, no pacing.</summary>
internal sealed class PollyStrategy : ClientStrategy
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ThrottledException>(),
            MaxRetryAttempts = MaximumRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(30),
        })
        .Build();

    public override string Name => "Polly, exponential back-off with jitter, 10 retries";

    protected override ValueTask CreateAsync(string desiredState, CancellationToken cancellation) =>
        _pipeline.ExecuteAsync(token => SendAsync(desiredState, token), cancellation);
}
