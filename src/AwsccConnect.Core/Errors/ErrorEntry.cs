namespace AwsccConnect.Core.Errors;

/// <summary>What holds for every failure of one error id.</summary>
/// <param name="Id">The id: one of <see cref="ErrorIds"/>, or a code of AWS that is not known here.</param>
/// <param name="Category">The name of the member of PowerShell's <c>ErrorCategory</c>.</param>
/// <param name="Remedy">What to do next, where the failure itself says nothing more exact.</param>
/// <param name="Retry">Whether another attempt makes sense when AWS reports the failure.</param>
internal sealed record ErrorEntry(string Id, string Category, string Remedy, FailureKind Retry = FailureKind.Permanent)
{
    /// <summary>Other names of the failure in responses of AWS, without the suffix <c>Exception</c>.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}
