using Amazon.Runtime;

namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>The AWS SDK for .NET's own adaptive retry mode. It knows of throttled calls only; a FAILED status is a response like any other to it.</summary>
internal sealed class SdkAdaptiveStrategy : ClientStrategy
{
    public override string Name => "AWSSDK.Core, adaptive retry mode, 10 retries";

    protected override void Configure(ClientConfig config)
    {
        config.RetryMode = RequestRetryMode.Adaptive;
        config.MaxErrorRetry = MaximumRetries;
    }

    protected override ValueTask CreateAsync(string desiredState, CancellationToken cancellation) => SendAsync(desiredState, cancellation);
}
