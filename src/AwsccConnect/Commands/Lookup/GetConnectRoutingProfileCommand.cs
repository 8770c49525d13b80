namespace AwsccConnect.Commands.Lookup;

/// <summary>Gets routing profiles by name or ARN.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectRoutingProfile", DefaultParameterSetName = "List")]
[OutputType(typeof(ConnectRoutingProfile))]
public sealed class GetConnectRoutingProfileCommand : InstanceLookupCmdlet<ConnectRoutingProfile>
{
    private protected override LookupType<ConnectRoutingProfile> Type => LookupTypes.RoutingProfile;
}
