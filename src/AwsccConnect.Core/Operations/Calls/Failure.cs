namespace AwsccConnect.Core.Operations;

/// <summary>A failed attempt, classified.</summary>
/// <param name="Kind">Whether trying again makes sense.</param>
/// <param name="ErrorId">One of <see cref="ErrorIds"/> or the code AWS returned.</param>
/// <param name="Message">What AWS, or the network, said.</param>
internal sealed record Failure(FailureKind Kind, string ErrorId, string Message);
