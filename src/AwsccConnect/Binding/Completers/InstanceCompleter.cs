namespace AwsccConnect.Binding.Completers;

/// <summary>Completes aliases of instances.</summary>
internal sealed class InstanceCompleter : LookupCompleter
{
    protected override bool NamesInstances => false;

    protected override async Task<IReadOnlyList<Candidate>> FindAsync(LookupScope scope, CancellationToken cancellationToken)
    {
        var instances = await scope.Names.ListAsync(ConnectResourceKind.Instance, scope.Operations.Region, cancellationToken).ConfigureAwait(false);
        return [.. instances.Resources.Select(instance => new Candidate(instance.Label, instance.Arn))];
    }
}
