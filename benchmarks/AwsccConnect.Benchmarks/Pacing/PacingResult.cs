namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>How a strategy did.</summary>
/// <param name="Seconds">Time it took.</param>
/// <param name="Failed">Users that were not created.</param>
/// <param name="ThrottledPercent">Creates beyond those that made a user, of all creates sent.</param>
internal sealed record PacingResult(double Seconds, int Failed, double ThrottledPercent);
