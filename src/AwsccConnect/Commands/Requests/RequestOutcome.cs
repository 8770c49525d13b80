namespace AwsccConnect.Commands.Requests;

/// <summary>What came of the work on a request.</summary>
/// <param name="Written">What to write; null for nothing.</param>
/// <param name="Error">What to report; null for nothing.</param>
/// <param name="Target">Target of the error.</param>
internal sealed record RequestOutcome(ConnectUserRequest? Written, Exception? Error = null, object? Target = null);
