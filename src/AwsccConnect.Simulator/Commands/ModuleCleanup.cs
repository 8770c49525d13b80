using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace AwsccConnect.Simulator.Commands;

/// <summary>Stops the session's simulators when the module is removed from it: nothing could stop them any more.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (Runspace.DefaultRunspace is { } session)
        {
            RunningSimulators.StopAll(session.InstanceId);
        }
    }
}
