using System.Management.Automation;

namespace AwsccConnect.Simulator.Commands;

/// <summary>Stops simulators and restores the variables that point at them.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ConnectSimulator", DefaultParameterSetName = "Port", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class StopConnectSimulatorCommand : PSCmdlet
{
    /// <summary>The simulators.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Ports of the simulators; without it all of this process.</summary>
    [Parameter(Position = 0, ParameterSetName = "Port")]
    [ValidateRange(1, 65535)]
    public int[] Port { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var other in InputObject.Where(input => input.BaseObject is not ConnectSimulator))
        {
            WriteError(CommandErrors.Create("NotFound", ErrorCategory.ObjectNotFound, $"'{other}' is no simulator of this process.", "Pipe what Get-ConnectSimulator writes, or give -Port.", other));
        }

        var chosen = ParameterSetName == "InputObject"
            ? InputObject.Select(input => input.BaseObject).OfType<ConnectSimulator>()
            : RunningSimulators.Find(Port, WriteError);
        foreach (var simulator in chosen)
        {
            if (ShouldProcess(simulator.Url.AbsoluteUri, "Stop simulator"))
            {
                RunningSimulators.Stop(simulator);
            }
        }
    }
}
