using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Peers;

/// <summary>What the AWS CLI took to find users.</summary>
/// <param name="Found">Users to read.</param>
/// <param name="Seconds">Seconds until they were known.</param>
/// <param name="Reads">Seconds of each that was read.</param>
internal sealed record CliResult(int Found, double Seconds, Samples Reads);
