using System.Runtime.CompilerServices;

namespace AwsccConnect.Commands;

/// <summary>Where users and what is around them are looked for: the given instances, or all instances of the given Regions.</summary>
internal sealed class InstanceScopes(CmdletPipeline output, Func<string?, ConnectOperations> operationsFor)
{
    /// <summary>Regions; empty for the session's.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The Regions, each once; null for the session's.</summary>
    public IEnumerable<string?> DistinctRegions => Regions.Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty<string?>(null);

    /// <summary>ARNs, ids or aliases of instances; empty for all.</summary>
    public IReadOnlyList<string> Instances { get; init; } = [];

    /// <summary>Whether there is one instance to look in.</summary>
    public bool IsSingleInstance => Instances.Count == 1 && Regions.Count <= 1;

    /// <summary>The scope for messages.</summary>
    public string Label => IsSingleInstance ? Instances[0] : "any instance of the Region";

    /// <summary>Whether there may be more than was found, since a list or a read has failed.</summary>
    public bool HasFailed { get; set; }

    /// <summary>The instances to look in, each once, with the operations in its Region.</summary>
    public async IAsyncEnumerable<(ConnectOperations Operations, string Instance)> EnumerateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var region in DistinctRegions)
        {
            if (Instances.Count == 0)
            {
                var operations = operationsFor(region);
                foreach (var found in await InstancesOfAsync(operations, cancellationToken).ConfigureAwait(false))
                {
                    if (seen.Add(found))
                    {
                        yield return (operations, found);
                    }
                }
            }

            foreach (var given in Instances)
            {
                if (await ResolveAsync(given, region, cancellationToken).ConfigureAwait(false) is { } scope && seen.Add(scope.Instance))
                {
                    yield return scope;
                }
            }
        }
    }

    private async Task<List<string>> InstancesOfAsync(ConnectOperations operations, CancellationToken cancellationToken)
    {
        var arns = new List<string>();
        await GuardAsync(operations.Region, async () =>
        {
            await foreach (var arn in operations.Directory.ListInstanceArnsAsync(cancellationToken).ConfigureAwait(false))
            {
                arns.Add(arn);
            }
        }).ConfigureAwait(false);
        return arns;
    }

    private async Task<(ConnectOperations Operations, string Instance)?> ResolveAsync(string given, string? region, CancellationToken cancellationToken)
    {
        (ConnectOperations, string)? scope = null;
        await GuardAsync(given, async () =>
        {
            var operations = operationsFor(given.StartsWith("arn:", StringComparison.Ordinal) ? ArnRegion.Of(given, region) : region);
            scope = (operations, await operations.Names.ResolveInstanceAsync(given, cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);
        return scope;
    }

    /// <summary>Does work on one scope; its failure is written as an error.</summary>
    public async Task GuardAsync(object? target, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            HasFailed = true;

            // Keys that one Region refuses may be good in the others: a Region has to be enabled for the account.
            var endsCommand = Regions.Count <= 1 || exception.ErrorId != ErrorIds.InvalidCredentials;
            await output.FailAsync(exception, target, endsCommand).ConfigureAwait(false);
        }
    }
}
