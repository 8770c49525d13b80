namespace AwsccConnect.Commands.Lookup;

/// <summary>Gets security profiles by name or ARN.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectSecurityProfile", DefaultParameterSetName = "List")]
[OutputType(typeof(ConnectSecurityProfile))]
public sealed class GetConnectSecurityProfileCommand : InstanceLookupCmdlet<ConnectSecurityProfile>
{
    private protected override LookupType<ConnectSecurityProfile> Type => LookupTypes.SecurityProfile;
}
