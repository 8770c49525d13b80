using System.Globalization;

namespace AwsccConnect.Core.Operations.Http;

/// <summary>Converts classified failures to exceptions with messages for the user.</summary>
internal static class Failures
{
    /// <summary>The exception for a failure that ends the work on a user.</summary>
    public static ConnectOperationException ToException(
        Failure failure, string label, string action, Deadline? deadline, Exception? inner = null)
    {
        var sentence = ServiceText.Sentence(failure.ErrorId, label, action, failure.Message);
        var gaveUp = failure.Kind is FailureKind.Throttled or FailureKind.Busy && deadline is not null
            ? string.Create(CultureInfo.InvariantCulture, $" Gave up after {deadline.Timeout.TotalSeconds:0} seconds.")
            : string.Empty;
        return new ConnectOperationException(
            failure.ErrorId, $"{sentence}.{gaveUp}", failure.Remedy ?? RemedyFor(failure), inner)
        {
            // Refused keys are refused for every user; a handler's own credentials (no exception) are another matter.
            EndsCommand = failure.ConcernsEndpoint || (failure.ErrorId == ErrorIds.InvalidCredentials && inner is not null),
        };
    }

    /// <summary>What to do about a failure.</summary>
    public static string RemedyFor(Failure failure) => failure.ErrorId == ErrorIds.InvalidRequest && failure.Message.Contains("email", StringComparison.OrdinalIgnoreCase)
        ? "Some instances need the Email of a user, and those with SAML may refuse one; AWS's documents disagree. Give it or leave it out, as AWS says here."
        : ErrorCatalogue.Find(failure.ErrorId).Remedy;
}
