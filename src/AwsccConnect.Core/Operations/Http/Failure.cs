namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// A failed attempt, classified. The kind is whether another attempt makes sense; the id is one of <see cref="ErrorIds"/> or the code of AWS.
/// </summary>
internal sealed record Failure(FailureKind Kind, string ErrorId, string Message)
{
    /// <summary>What to do next, where it depends on more than the error id; null for the remedy of the id.</summary>
    public string? Remedy { get; init; }

    /// <summary>Whether every other call to this endpoint fails in the same way, so that the command ends.</summary>
    public bool ConcernsEndpoint { get; init; }
}
