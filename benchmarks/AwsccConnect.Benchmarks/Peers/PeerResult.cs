namespace AwsccConnect.Benchmarks.Peers;

/// <summary>What a peer took for the same work.</summary>
/// <param name="Seconds">Elapsed seconds.</param>
/// <param name="CpuSeconds">Processor seconds of its process meanwhile.</param>
/// <param name="AllocatedBytes">Bytes it allocated meanwhile, where it can tell.</param>
/// <param name="ReadSeconds">Elapsed seconds after the last page was listed, where it can tell.</param>
internal sealed record PeerResult(double Seconds, double CpuSeconds, long? AllocatedBytes, double? ReadSeconds);
