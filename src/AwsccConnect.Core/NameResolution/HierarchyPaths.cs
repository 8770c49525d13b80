namespace AwsccConnect.Core.NameResolution;

/// <summary>Works out the paths of hierarchy groups from their parents.</summary>
internal static class HierarchyPaths
{
    /// <summary>Fills <see cref="ConnectHierarchyGroup.Path"/>.</summary>
    public static void Fill(IReadOnlyList<ConnectHierarchyGroup> groups)
    {
        var named = groups.Where(group => group.Arn is not null).ToDictionary(group => group.Arn!, group => new NamedResource(group.Arn!, group.Name), StringComparer.Ordinal);
        var parents = groups.Where(group => group.Arn is not null).ToDictionary(group => group.Arn!, group => group.ParentGroupArn, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            group.Path = group.Arn is null ? group.Name : PathOf(group.Arn, named, parents);
        }
    }

    /// <summary>The path of a group; null where the parent of one on the way up is not known.</summary>
    public static string? PathOf(string arn, IReadOnlyDictionary<string, NamedResource> groups, IReadOnlyDictionary<string, string?> parents)
    {
        var names = new Stack<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = arn; at is not null && groups.TryGetValue(at, out var group) && seen.Add(at);)
        {
            if (!parents.TryGetValue(at, out var parent))
            {
                return null;
            }

            names.Push(group.Name ?? group.Id);
            at = parent;
        }

        return string.Join('/', names);
    }
}
