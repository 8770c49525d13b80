namespace AwsccConnect.Core.NameResolution;

/// <summary>Works out the paths of hierarchy groups from their parents.</summary>
internal static class HierarchyPaths
{
    /// <summary>Fills <see cref="ConnectHierarchyGroup.Path"/>.</summary>
    public static void Fill(IReadOnlyList<ConnectHierarchyGroup> groups)
    {
        var byArn = groups.Where(group => group.Arn is not null).ToDictionary(group => group.Arn!, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            group.Path = PathOf(group, byArn);
        }
    }

    private static string PathOf(ConnectHierarchyGroup group, Dictionary<string, ConnectHierarchyGroup> byArn)
    {
        var names = new Stack<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = group; at is not null && seen.Add(at.Arn ?? string.Empty);)
        {
            names.Push(at.Name ?? at.Id ?? string.Empty);
            at = at.ParentGroupArn is { } parent && byArn.TryGetValue(parent, out var above) ? above : null;
        }

        return string.Join('/', names);
    }
}
