namespace AwsccConnect.Core.Errors;

/// <summary>
/// A failure described for the user: what went wrong with which user, a stable id, and what to do next.
/// The cmdlets turn it into an error record; nothing below them writes errors.
/// </summary>
public sealed class ConnectOperationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errorId">One of <see cref="ErrorIds"/>, or a code that AWS returned.</param>
    /// <param name="message">What failed, for the user: the user or row, and the message of AWS. Never a secret.</param>
    /// <param name="remedy">What to do next, one sentence; null for the remedy of the id.</param>
    /// <param name="innerException">The cause, if another exception led here.</param>
    public ConnectOperationException(string errorId, string message, string? remedy = null, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorId = errorId;
        Remedy = remedy ?? ErrorCatalogue.Find(errorId).Remedy;
    }

    /// <summary>One of <see cref="ErrorIds"/>, or the code that AWS returned.</summary>
    public string ErrorId { get; }

    /// <summary>What to do next, one sentence.</summary>
    public string Remedy { get; }

    /// <summary>Whether the failure is not one of an item but of the whole command, such as missing credentials.</summary>
    public bool EndsCommand { get; init; }

    /// <summary>Cloud Control's request token, where a request had been accepted.</summary>
    public string? RequestToken { get; init; }

    /// <summary>Whether the command itself may have done what stands in its way.</summary>
    internal bool IsInDoubt { get; init; }

    /// <summary>The failure in other words, with this one as its cause.</summary>
    internal ConnectOperationException Reworded(string message, string? requestToken = null) =>
        new(ErrorId, message, Remedy, this) { EndsCommand = EndsCommand, RequestToken = requestToken ?? RequestToken };
}
