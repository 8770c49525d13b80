using System.Collections.Concurrent;

namespace AwsccConnect.Core.NameResolution;

/// <summary>The resources of one type in one scope, an instance or a Region, with their names.</summary>
internal sealed class NameTable(IReadOnlyList<NamedResource> resources, bool hasPaths = true)
{
    private readonly ConcurrentDictionary<string, string?> _shown = new(StringComparer.Ordinal);

    /// <summary>The resources in list order.</summary>
    public IReadOnlyList<NamedResource> Resources { get; } = resources;

    /// <summary>Whether the paths are known of all resources that have them.</summary>
    public bool HasPaths => hasPaths;

    /// <summary>The names with the paths that can be worked out from the parents of groups.</summary>
    public NameTable WithPaths(IReadOnlyDictionary<string, string?> parents)
    {
        if (HasPaths || parents.Count == 0)
        {
            return this;
        }

        var groups = Resources.ToDictionary(group => group.Arn, StringComparer.Ordinal);
        NamedResource[] all = [.. Resources.Select(group => group with { Path = HierarchyPaths.PathOf(group.Arn, groups, parents) })];
        return new(all, hasPaths: Array.TrueForAll(all, group => group.Path is not null));
    }

    /// <summary>What a text means where it is clear without the paths that are not known; else null.</summary>
    public NameMatch? FindClear(string text) => Find(text) is { Count: > 0 } found && MissingPaths(text).Count == 0 ? new(found, this) : null;

    /// <summary>The groups whose paths determine or distinguish what a text may mean, and are not known.</summary>
    public IReadOnlyList<string> MissingPaths(string text)
    {
        if (HasPaths)
        {
            return [];
        }

        // A path ends with the group's name, unless names have slashes of their own.
        var last = text.Trim()[(text.Trim().LastIndexOf('/') + 1)..];
        var some = !text.Contains('/', StringComparison.Ordinal) ? Find(text) is { Count: > 1 } candidates ? candidates : []
            : Resources.Any(HasSlash) ? Resources : Resources.Where(group => last.Equals(group.Name, StringComparison.OrdinalIgnoreCase));
        return [.. some.Where(group => group.Path is null).Select(group => group.Arn)];
    }

    /// <summary>The groups whose paths decide what is shown for a resource, and are not known.</summary>
    public IReadOnlyList<string> MissingPathsOf(string arn) =>
        HasPaths || Of(arn) is not { } group || HasClearName(group) ? [] : MissingPaths("/" + group.Name);

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

    /// <summary>The path, or the name of what has none, that <see cref="Find"/> takes for this resource and no other; null where there is none.</summary>
    public string? PathOf(string arn) => Of(arn) is { } found
        ? new[] { found.Label, found.Path is null ? null : "/" + found.Path }.FirstOrDefault(name => name is { Length: > 0 } && IsClear(name, arn))
        : null;

    /// <summary>
    /// What people see for a resource: its name where <see cref="Find"/> takes that for it and no other, else its path; null where there is
    /// neither, or the path is not known. It is the same whatever else is known.
    /// </summary>
    public string? ShownNameOf(string arn) => _shown.GetOrAdd(
        arn, key => Of(key) is { } found && HasClearName(found) ? found.Name : MissingPathsOf(key).Count == 0 ? PathOf(key) : null);

    private static bool HasSlash(NamedResource resource) => resource.Name?.Contains('/', StringComparison.Ordinal) == true;

    /// <summary>Whether the name is clear without the paths: one with a slash may be the path of another group.</summary>
    private bool HasClearName(NamedResource resource) => !HasSlash(resource) && resource.Name is { Length: > 0 } name && IsClear(name, resource.Arn);

    private NamedResource? Of(string arn) => Resources.FirstOrDefault(resource => resource.Arn == arn);

    private bool IsClear(string name, string arn) =>
        !UserNames.IsArn(name) && name.Trim().Length == name.Length && Find(name) is [var only] && only.Arn == arn;

    private NamedResource[] First(params Func<NamedResource, bool>[] tests) =>
        tests.Select(test => Resources.Where(test).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
}
