namespace AwsccConnect.Binding.Completers;

/// <summary>Where a completion looks: with which client, in which instances, for which users.</summary>
internal sealed class LookupScope(ConnectOperations operations, IReadOnlyList<string> instances, IReadOnlyList<string> users)
{
    private const int InstancesAtMost = 5;

    /// <summary>Reads in flight at most.</summary>
    public const int ReadsAtOnce = 16;

    /// <summary>Operations in the Region.</summary>
    public ConnectOperations Operations { get; } = operations;

    /// <summary>ARNs of users that the command line names.</summary>
    public IReadOnlyList<string> Users { get; } = users;

    /// <summary>Looks names up.</summary>
    public NameResolver Names => Operations.Names;

    /// <summary>The ARNs of the instances to look in.</summary>
    public async Task<IReadOnlyList<string>> InstancesAsync(CancellationToken cancellationToken)
    {
        if (instances.Count > 0)
        {
            return await Task.WhenAll(instances.Select(text => Names.ResolveInstanceAsync(text, cancellationToken))).ConfigureAwait(false);
        }

        var known = await Names.ListAsync(Core.Users.ConnectResourceKind.Instance, Operations.Region, cancellationToken).ConfigureAwait(false);
        return [.. known.Resources.Take(InstancesAtMost).Select(instance => instance.Arn)];
    }
}
