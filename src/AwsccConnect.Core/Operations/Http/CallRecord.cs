namespace AwsccConnect.Core.Operations.Http;

/// <summary>One finished HTTP attempt, for verbose output and statistics. Holds no request or response body.</summary>
/// <param name="Operation">Cloud Control operation, for example <c>CreateResource</c>.</param>
/// <param name="Label">The user or resource it was about.</param>
/// <param name="Attempt">1 for the first attempt of the call.</param>
/// <param name="Milliseconds">Duration of the attempt in milliseconds.</param>
/// <param name="AwsRequestId">AWS's request id, if a response came.</param>
/// <param name="RequestToken">Cloud Control's request token, where the response carries one.</param>
/// <param name="ErrorId">Null on success, else the error's id.</param>
/// <param name="IsThrottled">Whether AWS refused the call because of its rate.</param>
/// <param name="RetryDelay">How long the next attempt is put off; null when there is none.</param>
public sealed record CallRecord(
    string Operation,
    string Label,
    int Attempt,
    double Milliseconds,
    string? AwsRequestId,
    string? RequestToken,
    string? ErrorId,
    bool IsThrottled,
    TimeSpan? RetryDelay);
