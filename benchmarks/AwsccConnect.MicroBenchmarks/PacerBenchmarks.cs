using AwsccConnect.Core.Operations.Pacing;
using BenchmarkDotNet.Attributes;

namespace AwsccConnect.MicroBenchmarks;

/// <summary>What each call pays for being paced: ask, and tell that it was accepted.</summary>
[MemoryDiagnoser]
public class PacerBenchmarks
{
    private const double Plenty = 1e12;

    private readonly AdaptivePacer _free = new(TimeProvider.System);
    private readonly AdaptiveLimiter _limited = new(TimeProvider.System, new RateSettings(Plenty, Plenty, Plenty, Plenty));

    /// <summary>A read that nothing holds back.</summary>
    [Benchmark]
    public async Task<int> WithoutLimit()
    {
        var epoch = await _free.WaitAsync("GetResource", CancellationToken.None);
        _free.Accepted("GetResource", epoch);
        return epoch;
    }

    /// <summary>A call that takes a token which is there, without a wait.</summary>
    [Benchmark]
    public async Task<int> WithToken()
    {
        var epoch = await _limited.WaitAsync(CancellationToken.None);
        _limited.Accepted(epoch);
        return epoch;
    }
}
