namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// One finished HTTP attempt, for verbose output and statistics. Holds no request or response body. The first attempt of a call is 1. The ids
/// and the token are null where no response brought them, the error id on success, the retry delay where there is no other attempt.
/// </summary>
internal sealed record CallRecord(
    string Operation,
    string Label,
    int Attempt,
    double Milliseconds,
    string? AwsRequestId,
    string? RequestToken,
    string? ErrorId,
    bool IsThrottled,
    TimeSpan? RetryDelay);
