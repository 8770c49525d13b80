namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>Bulk creation as a user writes it.</summary>
internal static class CreateScript
{
    /// <summary>Creates <c>$count</c> users.</summary>
    public const string Many = """
        1..$count | ForEach-Object {
            [pscustomobject]@{
                Username           = "agent$_"
                FirstName          = 'Agent'
                LastName           = "Number $_"
                RoutingProfileArn  = $routing
                SecurityProfileArns = $security
                PhoneType          = 'SOFT_PHONE'
            }
        } | New-ConnectUser -InstanceArn $instance -GeneratePassword @aws
        """;

    /// <summary>Creates one user, so that what a first call loads and compiles is not measured.</summary>
    public const string One = """
        New-ConnectUser -Username 'warm-up' -FirstName 'Warm' -LastName 'Up' -RoutingProfileArn $routing -SecurityProfileArns $security `
            -PhoneType SOFT_PHONE -InstanceArn $instance -GeneratePassword @aws
        """;
}
