namespace AwsccConnect.Core.NameResolution;

/// <summary>The resources of one type in one scope, an instance or a Region, with their names.</summary>
internal sealed class NameTable(IReadOnlyList<NamedResource> resources, bool hasPaths = true)
{
    /// <summary>The resources in list order.</summary>
    public IReadOnlyList<NamedResource> Resources { get; } = resources;

    /// <summary>Whether the paths are known of resources that have them.</summary>
    public bool HasPaths => hasPaths;

    /// <summary>What a text means where it is clear without the paths, or they are known; else null.</summary>
    public NameMatch? FindClear(string text) =>
        Find(text) is { Count: > 0 } found && (HasPaths || (found.Count == 1 && !text.Contains('/', StringComparison.Ordinal))) ? new(found, this) : null;

    /// <summary>
    /// The resources that a text means: by id; else by name or path as it is written; else by name or path in other letters; else
    /// by the end of the path. A text that starts with <c>/</c> is a whole path.
    /// </summary>
    public IReadOnlyList<NamedResource> Find(string text)
    {
        var trimmed = text.Trim();
        if (trimmed is ['/', ..])
        {
            var path = trimmed[1..];
            return First(
                resource => path.Equals(resource.Path, StringComparison.Ordinal),
                resource => path.Equals(resource.Path, StringComparison.OrdinalIgnoreCase));
        }

        return First(
            resource => trimmed.Equals(resource.Id, StringComparison.OrdinalIgnoreCase),
            resource => trimmed.Equals(resource.Name, StringComparison.Ordinal) || trimmed.Equals(resource.Path, StringComparison.Ordinal),
            resource => trimmed.Equals(resource.Name, StringComparison.OrdinalIgnoreCase) || trimmed.Equals(resource.Path, StringComparison.OrdinalIgnoreCase),
            resource => trimmed.Contains('/', StringComparison.Ordinal) && resource.Path?.EndsWith("/" + trimmed, StringComparison.OrdinalIgnoreCase) == true);
    }

    private NamedResource[] First(params Func<NamedResource, bool>[] tests) =>
        tests.Select(test => Resources.Where(test).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
}
