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
        : RemedyFor(failure.ErrorId);

    private static string RemedyFor(string errorId) => errorId switch
    {
        ErrorIds.NotFound => "Check the ARN and the Region; the commands Get-Connect... without an identifier list what there is.",
        ErrorIds.AlreadyExists => "Choose another username, or change the existing user with Set-ConnectUser.",
        ErrorIds.InvalidRequest => "Correct the value that AWS names and run the command again for this user.",
        ErrorIds.AccessDenied => "Grant the caller the permission that AWS names, or use other credentials.",
        ErrorIds.InvalidCredentials => "Check -ProfileName, -AccessKey and -SecretKey, or log in again; the clock of this machine must be right.",
        ErrorIds.Throttling => "Run the command again for this user, with a larger -TimeoutSeconds or a smaller -ThrottleLimit.",
        ErrorIds.ServiceLimitExceeded => "Remove users that are no longer needed, or ask AWS to raise the quota (Service Quotas, Amazon Connect).",
        ErrorIds.ConcurrentOperation or ErrorIds.ResourceConflict => "Somebody else is changing this user; run the command again when they are done.",
        ErrorIds.NotUpdatable => "AWS does not change this property; create a new user with the wanted value instead.",
        ErrorIds.NetworkFailure => "Check the network, the proxy and -EndpointUrl, and run the command again for this user.",
        ErrorIds.ClientTokenConflict => "Use a new -ClientToken: this one belongs to another request.",
        ErrorIds.NotStabilized => "Look at the user with Get-ConnectUser before trying again.",
        "TypeNotFound" or "UnsupportedAction" => "AWS::Connect::User is not offered in this Region; choose another -Region.",
        _ => "Look at the user with Get-ConnectUser, then run the command again for it.",
    };
}
