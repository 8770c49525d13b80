using System.Management.Automation;

namespace AwsccConnect.Simulator.Commands;

/// <summary>Gets the simulators that run in this process.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectSimulator")]
[OutputType(typeof(ConnectSimulator))]
public sealed class GetConnectSimulatorCommand : PSCmdlet
{
    /// <summary>Ports of the simulators; without it all.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, 65535)]
    public int[] Port { get; set; } = [];

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(RunningSimulators.Find(Port, WriteError), enumerateCollection: true);
}
