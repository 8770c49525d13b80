using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace AwsccConnect.Session;

/// <summary>Explains why a profile gives no keys, and what to do about it.</summary>
internal static class ProfileFailure
{
    /// <summary>Explains a failure.</summary>
    public static Exception Explain(CredentialProfile profile, Exception exception)
    {
        if (Inner<ConnectOperationException>(exception) is { } explained)
        {
            return explained;
        }

        if (IsNetwork(exception))
        {
            return exception;
        }

        if (Origin(profile) is { } origin && !IsRefusal(exception))
        {
            return origin.Options.LoginSession is { Length: > 0 } ? Login(origin, exception) : Sso(origin, exception);
        }

        // A process may print anything, and its command line may hold a secret.
        return Inner<ProcessAWSCredentialException>(exception) is not null
            ? new ConnectOperationException(
                ErrorIds.InvalidCredentials,
                $"The credential_process of the AWS profile '{profile.Name}' failed.",
                "Run the process by itself to see what it prints, and correct the profile.")
            : new ConnectOperationException(
                ErrorIds.InvalidCredentials,
                $"The AWS profile '{profile.Name}' gives no credentials: {FailureReason.Of(exception)}.",
                "Correct the profile, or use another -ProfileName.",
                exception is AmazonClientException or AmazonServiceException ? FailureReason.CauseOf(exception) : null);
    }

    /// <summary>A profile and those that it gets its credentials from, the next one first.</summary>
    public static IEnumerable<CredentialProfile> WithSources(CredentialProfile profile)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = profile; current is not null && seen.Add(current.Name);)
        {
            yield return current;
            current = current.Options.SourceProfile is { Length: > 0 } source && current.CredentialProfileStore is { } store && store.TryGetProfile(source, out var found)
                ? found
                : null;
        }
    }

    /// <summary>The profile, of this one and its sources, that the user logs in to.</summary>
    private static CredentialProfile? Origin(CredentialProfile profile) => WithSources(profile)
        .FirstOrDefault(current => current.Options is { SsoStartUrl.Length: > 0 } or { SsoSession.Length: > 0 } or { LoginSession.Length: > 0 });

    private static ConnectOperationException Sso(CredentialProfile profile, Exception exception) => new(
        ErrorIds.LoginRequired,
        $"The IAM Identity Center (SSO) login of the AWS profile '{profile.Name}' is missing or has expired.",
        $"Run: aws sso login --profile {Quoted(profile.Name)} (or, with AWS Tools, Invoke-AWSSSOLogin -ProfileName {Quoted(profile.Name)}).",
        Inner<AmazonServiceException>(exception) is null ? exception : null);

    private static ConnectOperationException Login(CredentialProfile profile, Exception exception) =>
        exception is InvalidOperationException { InnerException: FileNotFoundException }
            ? new ConnectOperationException(
                ErrorIds.InvalidCredentials,
                $"The AWS profile '{profile.Name}' is one of aws login, whose keys this module cannot fetch itself.",
                $"Make a profile with the line: credential_process = aws configure export-credentials --profile {Quoted(profile.Name)}")
            : new ConnectOperationException(
                ErrorIds.LoginRequired,
                $"The login of the AWS profile '{profile.Name}' is missing or has expired.",
                $"Run: aws login --profile {Quoted(profile.Name)}",
                exception);

    /// <summary>Whether AWS identified the caller and refused: logging in again would not help.</summary>
    private static bool IsRefusal(Exception exception) =>
        Inner<AmazonServiceException>(exception) is { } service
        && (int)service.StatusCode is not 401
        && service.ErrorCode is not ("UnauthorizedException" or "InvalidGrantException" or "ExpiredTokenException");

    private static bool IsNetwork(Exception exception) =>
        Inner<HttpRequestException>(exception) is not null || Inner<SocketException>(exception) is not null || Inner<TimeoutException>(exception) is not null;

    private static T? Inner<T>(Exception exception)
        where T : Exception => FailureReason.Chain(exception).OfType<T>().FirstOrDefault();

    private static string Quoted(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.') ? name : $"'{name}'";
}
