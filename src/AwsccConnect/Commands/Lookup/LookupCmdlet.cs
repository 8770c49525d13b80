using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Lookup;

/// <summary>Lists or reads resources around a user; the four look-ups differ only in their type.</summary>
/// <typeparam name="T">The object that is written.</typeparam>
public abstract class LookupCmdlet<T> : ConnectCmdlet
    where T : class
{
    private readonly List<string> _labels = [];
    private WildcardPattern[] _patterns = [];
    private InstanceScopes? _scopes;

    /// <summary>Names, with wildcards; without it all are listed. A name without wildcards that nothing has is an error.</summary>
    [Parameter(Position = 0, ParameterSetName = "List")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LookupNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>ARN of one resource, or several.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Identifier")]
    [Alias("Arn")]
    [ValidateNotNullOrEmpty]
    public string[] Identifier { get; set; } = [];

    /// <summary>AWS Regions to look in, for example <c>eu-west-2</c>. Default: the session's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    /// <summary>What the look-up is about.</summary>
    private protected abstract LookupType<T> Type { get; }

    /// <summary>The instances to look in, as the user gave them; empty for all.</summary>
    private protected virtual IReadOnlyList<string> Instances => [];

    private protected override void Begin()
    {
        base.Begin();
        _patterns = [.. Name.Select(name => NamePattern.Parse(nameof(Name), name))];
        _scopes = new InstanceScopes(Output, OperationsFor) { Regions = Region, Instances = Instances };
    }

    private protected override void Finish() => Await(RunAsync);

    /// <summary>Completes what was found, once all of one scope is known.</summary>
    private protected virtual void Complete(IReadOnlyList<T> found)
    {
    }

    /// <summary>Finishes what was found alone.</summary>
    private protected virtual Task CompleteAsync(T found, ConnectResources directory, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var arn in Identifier)
        {
            await _scopes!.GuardAsync(arn, () => ReadOneAsync(arn, cancellationToken)).ConfigureAwait(false);
        }

        if (Identifier.Length > 0)
        {
            return;
        }

        if (Type.NeedsInstance)
        {
            await foreach (var (operations, instance) in _scopes!.EnumerateAsync(cancellationToken).ConfigureAwait(false))
            {
                await _scopes.GuardAsync(instance, () => ListAsync(operations.Directory, instance, cancellationToken)).ConfigureAwait(false);
            }
        }
        else
        {
            foreach (var region in _scopes!.DistinctRegions)
            {
                await _scopes.GuardAsync(region, () => ListAsync(OperationsFor(region).Directory, null, cancellationToken)).ConfigureAwait(false);
            }
        }

        await ReportMissingAsync().ConfigureAwait(false);
    }

    /// <summary>Reports exact names that were not found; not where something could not be read, which may have them.</summary>
    private async Task ReportMissingAsync()
    {
        foreach (var name in Name.Select(NamePattern.LiteralOf).OfType<string>().Where(name => !_scopes!.HasFailed && !_labels.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            var scope = Instances.Count > 0 ? string.Join(", ", Instances) : Type.NeedsInstance ? "any instance of the Region" : "the Region";
            await Output.FailAsync(
                new ConnectOperationException(
                    ErrorIds.NotFound,
                    $"No {Type.Noun} in {scope} has the name '{name}'.",
                    ClosestMatch.Match(name, _labels) is { } nearest ? $"Did you mean '{nearest}'?" : $"List the {Type.Noun}s with {MyInvocation.MyCommand.Name}."),
                name).ConfigureAwait(false);
        }
    }

    private async Task ReadOneAsync(string arn, CancellationToken cancellationToken)
    {
        var directory = OperationsFor(ArnRegion.Of(arn, Region.Length > 0 ? Region[0] : null)).Directory;
        var found = await directory.ReadAsync(Type, arn, cancellationToken).ConfigureAwait(false);
        await CompleteAsync(found, directory, cancellationToken).ConfigureAwait(false);
        await Output.WriteAsync(found).ConfigureAwait(false);
    }

    private async Task ListAsync(ConnectResources directory, string? instanceArn, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        var isComplete = true;
        // The path of a group comes from the groups above it, so that all groups are read.
        var names = _patterns.Length > 0 && Type.Kind != ConnectResourceKind.HierarchyGroup
            ? await directory.TryListNamesAsync(Type, instanceArn, cancellationToken).ConfigureAwait(false)
            : null;
        var reads = BulkStream.RunAsync(
            names?.Where(resource => IsMatch(resource.Name)).Select(resource => resource.Arn).ToAsyncSequence()
                ?? directory.ListArnsAsync(Type, instanceArn, cancellationToken),
            ThrottleLimit,
            BulkOrder.AsSubmitted,
            (arn, token) => directory.ReadAsync(Type, arn, token),
            cancellationToken);
        await foreach (var read in reads.ConfigureAwait(false))
        {
            if (read.Error is not null)
            {
                isComplete = false;
                _scopes!.HasFailed = true;
                await Output.FailAsync(read.Error, read.Item).ConfigureAwait(false);
            }
            else
            {
                found.Add(read.Result!);
            }
        }

        Complete(found);
        _labels.AddRange(names?.Select(resource => resource.Name).OfType<string>() ?? found.SelectMany(LabelsOf));
        if (names is null && isComplete)
        {
            directory.AddToCache(Type, instanceArn, found);
        }

        foreach (var item in found.Where(IsMatch))
        {
            await Output.WriteAsync(item).ConfigureAwait(false);
        }
    }

    private bool IsMatch(T item) =>
        _patterns.Length == 0 || LabelsOf(item).Any(IsMatch);

    private bool IsMatch(string? label) => label is not null && _patterns.Any(pattern => pattern.IsMatch(label));

    private IEnumerable<string> LabelsOf(T item) => new[] { Type.NameOf(item), Type.PathOf(item) }.OfType<string>();
}
