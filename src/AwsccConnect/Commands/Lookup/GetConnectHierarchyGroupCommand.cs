using System.Management.Automation;
using AwsccConnect.Core.Directory;

namespace AwsccConnect.Commands;

/// <summary>Gets groups of the agent hierarchy by name or ARN.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectHierarchyGroup", DefaultParameterSetName = "List")]
[OutputType(typeof(ConnectHierarchyGroup))]
public sealed class GetConnectHierarchyGroupCommand : InstanceLookupCmdlet<ConnectHierarchyGroup>
{
    /// <inheritdoc/>
    private protected override LookupType<ConnectHierarchyGroup> Type => LookupTypes.HierarchyGroup;

    /// <inheritdoc/>
    private protected override void Complete(IReadOnlyList<ConnectHierarchyGroup> found) => HierarchyPaths.Fill(found);
}
