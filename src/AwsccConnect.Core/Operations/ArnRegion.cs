using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations;

/// <summary>The Region that an identifier belongs to.</summary>
internal static class ArnRegion
{
    /// <summary>
    /// Reads the Region from an ARN and holds it against the one the user gave. Throws for what is no ARN (<see cref="ErrorIds.InvalidArn"/>)
    /// and for another Region (<see cref="ErrorIds.RegionMismatch"/>).
    /// </summary>
    public static string Of(string identifier, string? region)
    {
        if (!ConnectArn.TryParse(identifier, out var arn, out var reason))
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidArn,
                $"'{identifier}' {reason}.");
        }

        return string.IsNullOrEmpty(region) || string.Equals(arn.Region, region, StringComparison.OrdinalIgnoreCase)
            ? arn.Region
            : throw new ConnectOperationException(
                ErrorIds.RegionMismatch,
                $"'{identifier}' is in {arn.Region}, but the Region given is {region}.");
    }

    /// <summary>As <see cref="Of"/>, for an identifier that must be a user's ARN.</summary>
    public static string OfUser(string identifier, string? region)
    {
        var own = Of(identifier, region);
        return ConnectArn.Parse(identifier).ResourceKind == ConnectResourceKind.User
            ? own
            : throw new ConnectOperationException(
                ErrorIds.InvalidArn,
                $"'{identifier}' is not the ARN of a user: a user's ARN ends in /agent/ and an id.",
                "Give the ARN as Get-ConnectUser -IdentifierOnly prints it.");
    }
}
