namespace AwsccConnect.Commands.Lookup;

/// <summary>Gets groups of the agent hierarchy by name or ARN.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectHierarchyGroup", DefaultParameterSetName = "List")]
[OutputType(typeof(ConnectHierarchyGroup))]
public sealed class GetConnectHierarchyGroupCommand : InstanceLookupCmdlet<ConnectHierarchyGroup>
{
    /// <summary>An agent hierarchy has at most five levels (Amazon Connect Administrator Guide, "Set up agent hierarchies").</summary>
    private const int MaximumLevels = 5;

    private protected override LookupType<ConnectHierarchyGroup> Type => LookupTypes.HierarchyGroup;

    private protected override void Complete(IReadOnlyList<ConnectHierarchyGroup> found) => HierarchyPaths.Fill(found);

    private protected override async Task CompleteAsync(ConnectHierarchyGroup found, ConnectResources directory, CancellationToken cancellationToken)
    {
        var line = new List<ConnectHierarchyGroup> { found };
        while (line[^1].ParentGroupArn is { } parent && line.Count < MaximumLevels)
        {
            line.Add(await directory.ReadAsync(Type, parent, cancellationToken).ConfigureAwait(false));
        }

        HierarchyPaths.Fill([.. line.DistinctBy(group => group.Arn)]);
    }
}
