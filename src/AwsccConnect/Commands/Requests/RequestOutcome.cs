namespace AwsccConnect.Commands.Requests;

/// <summary>What came of the work on a request. What to write, and what to report with its target; null for nothing.</summary>
internal sealed record RequestOutcome(ConnectUserRequest? Written, Exception? Error = null, object? Target = null);
