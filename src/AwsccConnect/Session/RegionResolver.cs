using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace AwsccConnect.Session;

/// <summary>
/// Finds the Region: the given one; the given profile's; AWS Tools'
/// <c>$StoredAWSRegion</c>; <c>AWS_DEFAULT_REGION</c> where <c>AWS_REGION</c> is not set, as the AWS CLI and boto3 read it; then the SDK's own chain
/// (<see href="https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/net-dg-region-selection.html"/>).
/// </summary>
internal static partial class RegionResolver
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    // Reset and look-up are two calls on state of the SDK's.
    private static readonly object Gate = new();

    /// <summary>Checks a given Region, which becomes part of a host name. Throws where it is no name of a Region.</summary>
    public static string Check(string region)
    {
        var name = Normalize(region);
        return IsName(name)
            ? name
            : throw new ConnectOperationException(
                ErrorIds.InvalidRequest, $"'{name}' is not the name of an AWS Region.", "Give a name such as eu-west-2.");
    }

    /// <summary>Finds the Region for a command that was given none. Throws where there is none.</summary>
    public static string Find(ConnectionSettings settings)
    {
        if (settings.FindGivenProfile()?.Region is { } fromProfile)
        {
            return CheckFound(fromProfile.SystemName);
        }

        return CheckFound(settings.StoredRegion ?? FromVariables() ?? FromChain(settings.Stopping) ?? throw new ConnectOperationException(
            ErrorIds.MissingRegion,
            "No AWS Region was given or found. Tried, in this order: -Region; the ARN or row; the region of -ProfileName; $StoredAWSRegion; "
            + $"AWS_REGION; AWS_DEFAULT_REGION; the region of the profile '{DefaultCredentials.ProfileName}'; the instance's metadata.") { EndsCommand = true });
    }

    /// <summary>Whether a text can be a Region's name: it becomes part of a host name, and must not say more.</summary>
    public static bool IsName(string text) => SystemName().IsMatch(Normalize(text));

    private static string CheckFound(string region) => IsName(region) ? Normalize(region) : throw NotAName(region);

    private static ConnectOperationException NotAName(string region) => new(
        ErrorIds.InvalidRequest,
        $"'{region}', which the session, the environment or the AWS configuration files name, is no AWS Region.",
        "Correct it, or give -Region, for example -Region eu-west-2.") { EndsCommand = true };

    private static string Normalize(string region) => region.Trim().ToLowerInvariant();

    private static string? FromVariables() => DefaultCredentials.Variable("AWS_REGION") is null ? DefaultCredentials.Variable("AWS_DEFAULT_REGION") : null;

    private static string? FromChain(CancellationToken stopping)
    {
        lock (Gate)
        {
            // The SDK caches the first Region it found; the session's environment may have another by now.
            FallbackRegionFactory.Reset();
            try
            {
                if (FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false) is { } region)
                {
                    return region.SystemName;
                }
            }
            catch (AmazonClientException)
            {
                // The SDK refuses names that cannot be part of a host name.
                throw NotAName(Environment.GetEnvironmentVariable("AWS_REGION") ?? $"The region of the profile {DefaultCredentials.ProfileName}");
            }
        }

        try
        {
            return BoundedWait.Run(FallbackRegionFactory.GetRegionEndpoint, Limit, stopping)?.SystemName;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SystemName();
}
