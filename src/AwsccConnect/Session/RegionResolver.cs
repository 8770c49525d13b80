using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using AwsccConnect.Core.Operations;

namespace AwsccConnect.Session;

/// <summary>
/// Finds the Region: the given one, the session's default, the given profile's, then the SDK's own chain
/// (<see href="https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/net-dg-region-selection.html"/>).
/// </summary>
internal static class RegionResolver
{
    /// <summary>Finds the Region.</summary>
    /// <param name="region">System name given by the user, for example <c>eu-west-2</c>; null for none.</param>
    /// <param name="settings">What else the user said.</param>
    /// <returns>The Region's system name.</returns>
    /// <exception cref="ConnectOperationException">There is none.</exception>
    public static string Resolve(string? region, ConnectionSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(region))
        {
            return region.Trim();
        }

        if (SessionDefaults.Current is { } defaults)
        {
            return defaults.Region;
        }

        if (settings.ProfileName is { } name
            && new CredentialProfileStoreChain(settings.ProfileLocation).TryGetProfile(name, out var profile)
            && profile.Region is { } fromProfile)
        {
            return fromProfile.SystemName;
        }

        return FallbackRegionFactory.GetRegionEndpoint()?.SystemName ?? throw new ConnectOperationException(
            ErrorIds.MissingRegion,
            "No AWS Region was given or found: tried -Region, the profile, AWS_REGION and the AWS configuration files.",
            "Give -Region, for example -Region eu-west-2.") { EndsCommand = true };
    }
}
