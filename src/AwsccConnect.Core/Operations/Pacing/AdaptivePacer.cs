using System.Collections.Concurrent;

namespace AwsccConnect.Core.Operations.Pacing;

/// <summary>
/// The session's pacer for one account (or endpoint) and Region: a limiter for each operation, so that waiting creates
/// delay neither reads nor polls.
/// </summary>
internal sealed class AdaptivePacer(TimeProvider time) : ICallPacer
{
    private readonly ConcurrentDictionary<string, AdaptiveLimiter> _limiters = new(StringComparer.Ordinal);

    public ValueTask<int> WaitAsync(string operation, CancellationToken cancellationToken) => For(operation).WaitAsync(cancellationToken);

    public void Accepted(string operation, int epoch) => For(operation).Accepted(epoch);

    public void Throttled(string operation, int epoch) => For(operation).Throttled(epoch);

    public void Refunded(string operation) => For(operation).Refunded();

    /// <summary>The rate an operation is held to now, in calls a second; null where there is no limit.</summary>
    public double? RateOf(string operation) => For(operation).Rate;

    private AdaptiveLimiter For(string operation) =>
        _limiters.GetOrAdd(operation, static (name, clock) => new AdaptiveLimiter(clock, RateSettings.For(name)), time);
}
