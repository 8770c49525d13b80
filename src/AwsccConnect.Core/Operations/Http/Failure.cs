using System.Globalization;

namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// A failed attempt, classified. The kind is whether another attempt makes sense; the id is one of <see cref="ErrorIds"/> or the code of AWS.
/// </summary>
internal sealed record Failure(FailureKind Kind, string ErrorId, string Message)
{
    /// <summary>What to do next; null for the remedy of the error id.</summary>
    public string? Remedy { get; init; } = ErrorId == ErrorIds.InvalidRequest && Message.Contains("email", StringComparison.OrdinalIgnoreCase)
        ? "Some instances need the Email of a user, and those with SAML may refuse one; AWS's documents disagree. Give it or leave it out, as AWS says here."
        : null;

    /// <summary>Whether every other call to this endpoint fails in the same way, so that the command ends.</summary>
    public bool ConcernsEndpoint { get; init; }

    /// <summary>The exception for a failure that ends the work on a user.</summary>
    public ConnectOperationException ToException(string label, string action, Deadline? deadline, Exception? inner = null)
    {
        var sentence = ServiceText.Sentence(ErrorId, label, action, Message);
        var gaveUp = Kind is FailureKind.Throttled or FailureKind.Busy && deadline is not null
            ? string.Create(CultureInfo.InvariantCulture, $" Gave up after {deadline.Timeout.TotalSeconds:0} seconds.")
            : string.Empty;
        return new ConnectOperationException(ErrorId, $"{sentence}.{gaveUp}", Remedy, inner)
        {
            // Refused keys are refused for every user; a handler's own credentials (no exception) are another matter.
            EndsCommand = ConcernsEndpoint || (ErrorId == ErrorIds.InvalidCredentials && inner is not null),
        };
    }
}
