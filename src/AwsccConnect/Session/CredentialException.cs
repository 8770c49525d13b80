using Amazon.Runtime;

namespace AwsccConnect.Session;

/// <summary>
/// Credentials could not be got, in words that help. It is an exception of the SDK's kind, since it also travels through
/// the SDK when keys expire in the middle of a command.
/// </summary>
internal sealed class CredentialException(string errorId, string message, string remedy, Exception? innerException = null)
    : AmazonClientException(message, innerException)
{
    /// <summary>The stable error id.</summary>
    public string ErrorId { get; } = errorId;

    /// <summary>What to do next, one sentence.</summary>
    public string Remedy { get; } = remedy;
}
