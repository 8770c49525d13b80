using System.Management.Automation;

namespace AwsccConnect.Tests.Faults;

/// <summary>What a case has come to.</summary>
/// <param name="Case">The case.</param>
public sealed record FaultResult(FaultCase Case)
{
    /// <summary>The struck user's error; null for success.</summary>
    public ErrorRecord? Error { get; init; }

    /// <summary>Calls that the fault has hit.</summary>
    public int Hits { get; init; }

    /// <summary>Client tokens of the struck user's writes.</summary>
    public int ClientTokens { get; init; }

    /// <summary>What has become of the struck user.</summary>
    public Aftermath After { get; init; }

    /// <summary>What is not as it has to be; empty when the case was survived.</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];

    /// <summary>Whether the case has ended as it has to.</summary>
    public bool IsSurvived => Violations.Count == 0;

    /// <summary>The error's id without the command's name.</summary>
    public string? ErrorId => Error?.FullyQualifiedErrorId.Split(',')[0];
}
