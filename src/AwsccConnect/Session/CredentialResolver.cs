using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace AwsccConnect.Session;

/// <summary>
/// Finds credentials, in this order: the keys of the command line; its credentials object; its profile; AWS Tools'
/// <c>$StoredAWSCredentials</c>; the keys of the environment; the SDK's own chain
/// (<see href="https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/creds-assign.html"/>).
/// </summary>
/// <remarks>
/// What the command line names, and fails, fails the command: no other identity is used instead.
/// </remarks>
internal static class CredentialResolver
{
    private static readonly ConcurrentDictionary<(string AccessKey, string SecretKey, string? SessionToken), ExplainedCredentials> Static = new();
    private static readonly ConditionalWeakTable<object, ExplainedCredentials> Objects = [];

    /// <summary>Finds the credentials and gets their keys once. Throws, and ends the command, where there are none or they cannot be used.</summary>
    public static ExplainedCredentials Resolve(ConnectionSettings settings)
    {
        ClientPipelineCustomizer.Install();
        EndpointVariables.RemoveEmpty();
        try
        {
            var credentials = Find(settings);
            if (settings.Prompt is { } prompt)
            {
                credentials.Prompts?.Add(prompt);
            }

            credentials.GetCredentials();
            return credentials;
        }
        catch (Exception exception) when (exception is ConnectOperationException or AmazonClientException or AmazonServiceException or HttpRequestException or IOException or TimeoutException)
        {
            throw Terminating(exception);
        }
    }

    /// <summary>The error that ends a command without credentials.</summary>
    public static ConnectOperationException Terminating(Exception exception) => exception is ConnectOperationException explained
        ? new ConnectOperationException(explained.ErrorId, explained.Message, explained.Remedy, explained.InnerException) { EndsCommand = true }
        : new ConnectOperationException(
            ErrorIds.NetworkFailure,
            $"The service that gives the credentials could not be reached: {FailureReason.Of(exception)}.",
            "Check the network and the proxy, and run the command again.",
            exception) { EndsCommand = true };

    private static ExplainedCredentials Find(ConnectionSettings settings)
    {
        if (settings.AccessKey is not null || settings.SecretKey is not null || settings.SessionToken is not null)
        {
            return FromKeys(settings);
        }

        if (settings.Credential is { } given)
        {
            return FromObject(given, "-Credential") ?? throw new ConnectOperationException(
                ErrorIds.InvalidCredentials,
                $"-Credential takes an AWS credentials object, not a {given.GetType().Name}.",
                "Give the object that Get-AWSCredential returns, or (Use-STSRole ...).Credentials, or use -ProfileName.");
        }

        if (settings.FindGivenProfile() is { } profile)
        {
            return ProfileCredentials.Get(profile, settings.ProfileLocation);
        }

        if (settings.StoredCredentials is { } stored)
        {
            // Falling back to other credentials would do the work with another identity than the session has.
            return FromObject(stored, "$StoredAWSCredentials") ?? throw new ConnectOperationException(
                ErrorIds.InvalidCredentials,
                $"The session variable $StoredAWSCredentials holds no AWS credentials but a {stored.GetType().Name}.",
                "Set it with Set-AWSCredential, remove it with Clear-AWSCredential, or use -ProfileName.");
        }

        // As the SDK's chain has them, which would keep the ones that it found first.
        if (DefaultCredentials.Variable("AWS_ACCESS_KEY_ID") is { } accessKey && DefaultCredentials.Variable("AWS_SECRET_ACCESS_KEY") is { } secretKey)
        {
            return Keep(accessKey, secretKey, DefaultCredentials.Variable("AWS_SESSION_TOKEN"));
        }

        var found = DefaultCredentials.Find(settings.Stopping);
        return found as ExplainedCredentials ?? Objects.GetValue(found, _ => new ExplainedCredentials(found, "default", DefaultCredentials.Explain));
    }

    private static ExplainedCredentials FromKeys(ConnectionSettings settings) =>
        string.IsNullOrEmpty(settings.AccessKey) || string.IsNullOrEmpty(settings.SecretKey)
            ? throw new ConnectOperationException(
                ErrorIds.InvalidCredentials,
                settings.SessionToken is not null && settings.AccessKey is null && settings.SecretKey is null
                    ? "-SessionToken goes with -AccessKey and -SecretKey; they are missing."
                    : $"-AccessKey and -SecretKey go together; {(settings.AccessKey is null ? "-AccessKey" : "-SecretKey")} is missing.",
                "Give both, or -ProfileName.")
            : Keep(settings.AccessKey, settings.SecretKey, settings.SessionToken);

    private static ExplainedCredentials Keep(string accessKey, string secretKey, string? sessionToken) => Static.GetOrAdd(
        (accessKey, secretKey, sessionToken),
        keys => new ExplainedCredentials(
            string.IsNullOrEmpty(keys.SessionToken)
                ? new BasicAWSCredentials(keys.AccessKey, keys.SecretKey)
                : new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, keys.SessionToken),
            $"key {keys.AccessKey}",
            exception => exception));

    private static ExplainedCredentials? FromObject(object candidate, string name) =>
        ForeignCredentials.TryFind(candidate, out var credentials)
            ? Objects.GetValue(credentials, found => new ExplainedCredentials(
                found as AWSCredentials ?? new ForeignCredentials(found),
                $"object {RuntimeHelpers.GetHashCode(found)}",
                exception => new ConnectOperationException(
                    ErrorIds.InvalidCredentials,
                    $"The credentials in {name} give no keys: {FailureReason.Of(exception)}.",
                    "Log in or set the credentials again, or use -ProfileName.",
                    FailureReason.CauseOf(exception))))
            : null;
}
