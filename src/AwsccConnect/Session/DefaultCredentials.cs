using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace AwsccConnect.Session;

/// <summary>The SDK's default chain, with a time limit and an error that lists what was tried.</summary>
internal static class DefaultCredentials
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>The profile that is used when none is named.</summary>
    public static string ProfileName => Variable("AWS_PROFILE") ?? "default";

    /// <summary>
    /// Finds the credentials where the environment has no keys: web identity, profile, container or instance role. Throws where there are none,
    /// or the profile is not right.
    /// </summary>
    public static AWSCredentials Find(CancellationToken stopping)
    {
        // The chain skips profiles that need a login or a code; such a profile is its user's
        // choice all the same, and its error the one that helps.
        if (Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is null || Variable("AWS_ROLE_ARN") is null)
        {
            var profile = Variable("AWS_PROFILE") is { } named ? ProfileCredentials.Find(named, null) : ProfileCredentials.TryFind(ProfileName, null);
            if (profile?.CanCreateAWSCredentials == true)
            {
                return ProfileCredentials.Get(profile, null);
            }
        }

        try
        {
            return BoundedWait.Run(() => DefaultAWSCredentialsIdentityResolver.GetCredentials(), Limit, stopping);
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException or TimeoutException or ArgumentException or InvalidOperationException)
        {
            throw NotFound(exception);
        }
    }

    /// <summary>Explains why credentials of the chain give no keys.</summary>
    public static Exception Explain(Exception exception) => exception switch
    {
        ConnectOperationException => exception,
        HttpRequestException or IOException or TimeoutException => exception,
        _ => new ConnectOperationException(
            ErrorIds.InvalidCredentials,
            $"The default AWS credentials give no keys: {FailureReason.Of(exception)}.",
            "Check the role of this machine or container, or use -ProfileName.",
            FailureReason.CauseOf(exception)),
    };

    private static ConnectOperationException NotFound(Exception exception)
    {
        var metadata = string.Equals(Variable("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
            ? "not queried, because AWS_EC2_METADATA_DISABLED is set"
            : exception is TimeoutException
                ? string.Create(CultureInfo.InvariantCulture, $"no response within {Limit.TotalSeconds:0} seconds")
                : "none";
        return new ConnectOperationException(
            ErrorIds.InvalidCredentials,
            "No AWS credentials were found. Tried, in this order: -AccessKey and -SecretKey; -Credential; -ProfileName; $StoredAWSCredentials; "
            + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; AWS_WEB_IDENTITY_TOKEN_FILE with AWS_ROLE_ARN; "
            + $"the profile '{ProfileName}'; the role of the container or instance ({metadata}).",
            "Give -ProfileName, set AWS_PROFILE, or rehearse with Start-ConnectSimulator -SetDefault.");
    }

    /// <summary>An environment variable; null where it is empty.</summary>
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
