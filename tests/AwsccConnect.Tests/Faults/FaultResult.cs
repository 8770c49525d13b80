using System.Management.Automation;

namespace AwsccConnect.Tests.Faults;

/// <summary>What a case has come to.</summary>
/// <param name="Case">The case.</param>
/// <param name="Error">The struck user's error; null for success.</param>
/// <param name="Hits">Calls that the fault has hit.</param>
/// <param name="After">What has become of the struck user.</param>
/// <param name="Violations">What is not as it has to be; empty when the case was survived.</param>
public sealed record FaultResult(FaultCase Case, ErrorRecord? Error, int Hits, Aftermath After, IReadOnlyList<string> Violations)
{
    /// <summary>Whether the case has ended as it has to.</summary>
    public bool IsSurvived => Violations.Count == 0;

    /// <summary>The error's id without the command's name.</summary>
    public string? ErrorId => Error?.FullyQualifiedErrorId.Split(',')[0];
}
