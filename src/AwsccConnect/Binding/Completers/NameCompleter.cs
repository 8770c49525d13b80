namespace AwsccConnect.Binding.Completers;

/// <summary>Completes names of profiles and paths of groups.</summary>
internal abstract class NameCompleter(ConnectResourceKind kind) : LookupCompleter
{
    protected override async Task<IReadOnlyList<Candidate>> FindAsync(LookupScope scope, CancellationToken cancellationToken)
    {
        var found = new List<Candidate>();
        foreach (var instance in await scope.InstancesAsync(cancellationToken).ConfigureAwait(false))
        {
            var names = await scope.Names.ListAsync(kind, instance, cancellationToken).ConfigureAwait(false);
            found.AddRange(names.Resources.Select(resource => new Candidate(resource.Label, resource.Arn)));
        }

        return found;
    }
}
