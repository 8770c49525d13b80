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
    private readonly HashSet<string> _listed = new(StringComparer.OrdinalIgnoreCase);
    private WildcardPattern[] _patterns = [];
    private bool _isWhole = true;

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
        if (Identifier.Length > 0)
        {
            foreach (var arn in Identifier)
            {
                await GuardAsync(arn, () => ReadOneAsync(arn, cancellationToken)).ConfigureAwait(false);
            }

            return;
        }

        var regions = Region.Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty<string?>(null);
        foreach (var region in regions)
        {
            if (Instances.Count == 0)
            {
                await GuardAsync(region, () => ListRegionAsync(region, cancellationToken)).ConfigureAwait(false);
            }

            foreach (var given in Instances)
            {
                await GuardAsync(given, () => ListGivenAsync(region, given, cancellationToken)).ConfigureAwait(false);
            }
        }

        await ReportMissingAsync().ConfigureAwait(false);
    }

    /// <summary>Reports exact names that were not found; not where something could not be read, which may have them.</summary>
    private async Task ReportMissingAsync()
    {
        foreach (var name in Name.Select(NamePattern.LiteralOf).OfType<string>().Where(name => _isWhole && !_labels.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            var scope = Instances.Count > 0 ? string.Join(", ", Instances) : Type.NeedsInstance ? "any instance of the Region" : "the Region";
            await WriteErrorAsync(
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

    private async Task ListRegionAsync(string? region, CancellationToken cancellationToken)
    {
        var directory = OperationsFor(region).Directory;
        if (!Type.NeedsInstance)
        {
            await ListInstanceAsync(directory, null, cancellationToken).ConfigureAwait(false);
            return;
        }

        await foreach (var instance in directory.ListInstanceArnsAsync(cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(instance, () => ListInstanceAsync(directory, instance, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task ListGivenAsync(string? region, string given, CancellationToken cancellationToken)
    {
        var isArn = given.StartsWith("arn:", StringComparison.Ordinal);
        var operations = OperationsFor(isArn ? ArnRegion.Of(given, region) : region);
        var instance = await operations.Names.ResolveInstanceAsync(given, cancellationToken).ConfigureAwait(false);
        await ListInstanceAsync(operations.Directory, instance, cancellationToken).ConfigureAwait(false);
    }

    private async Task ListInstanceAsync(ConnectResources directory, string? instanceArn, CancellationToken cancellationToken)
    {
        if (instanceArn is not null && !_listed.Add(instanceArn))
        {
            return;
        }

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
                isComplete = _isWhole = false;
                await WriteErrorAsync(read.Error, read.Item).ConfigureAwait(false);
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

    private async Task GuardAsync(object? target, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            _isWhole = false;
            await WriteErrorAsync(exception, target).ConfigureAwait(false);
        }
    }

    private Task WriteErrorAsync(Exception exception, object? target) => Output.FailAsync(exception, target);
}
