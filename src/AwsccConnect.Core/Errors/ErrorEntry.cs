namespace AwsccConnect.Core.Errors;

/// <summary>
/// What holds for every failure of one error id, which may be a code of AWS that is not known here: the name of the member of PowerShell's
/// <c>ErrorCategory</c>, the remedy where the failure itself says nothing more exact, and whether another attempt makes sense when AWS reports it.
/// </summary>
internal sealed record ErrorEntry(string Id, string Category, string Remedy, FailureKind Retry = FailureKind.Permanent)
{
    /// <summary>Other names of the failure in responses of AWS, without the suffix <c>Exception</c>.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}
