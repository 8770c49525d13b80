namespace AwsccConnect.Tests.Hosting;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output, lines ended by <c>\n</c>.</param>
/// <param name="Error">Standard error, lines ended by <c>\n</c>.</param>
public sealed record PwshResult(int ExitCode, string Output, string Error);
