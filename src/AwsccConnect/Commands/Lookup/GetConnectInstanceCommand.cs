namespace AwsccConnect.Commands.Lookup;

/// <summary>Gets Amazon Connect instances by alias or ARN.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectInstance", DefaultParameterSetName = "List")]
[OutputType(typeof(ConnectInstance))]
public sealed class GetConnectInstanceCommand : LookupCmdlet<ConnectInstance>
{
    private protected override LookupType<ConnectInstance> Type => LookupTypes.Instance;
}
