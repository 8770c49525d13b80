namespace AwsccConnect.Core.Users;

/// <summary>The elements by which two values of a set differ. Values have the roster syntax, which is split only here.</summary>
internal static class SetElements
{
    /// <summary>The elements that only the second value has; none for a property that is no set.</summary>
    public static IReadOnlyList<string> Added(UserProperty property, string? first, string? second) =>
        property.IsSet ? [.. Split(second).Except(Split(first), StringComparer.Ordinal)] : [];

    /// <summary>One line, <c>- Site=York, + Site=Leeds</c>; empty where there is no difference.</summary>
    public static string Describe(IEnumerable<string> removed, IEnumerable<string> added) =>
        string.Join(", ", removed.Select(element => $"- {element}").Concat(added.Select(element => $"+ {element}")));

    /// <summary>One line with both values of a property, or of a set the elements, <c>Tags: - Site=York, + Site=Leeds</c>.</summary>
    public static string Describe(string name, UserProperty property, string? before, string? after)
    {
        var elements = Describe(Added(property, after, before), Added(property, before, after));
        return $"{name}: {(elements.Length > 0 ? elements : $"{before ?? "(none)"} -> {after ?? "(none)"}")}";
    }

    // A backslash that marks a text as no JSON belongs to no element.
    private static List<string> Split(string? value) => value is null ? [] : RosterSyntax.Split(value is ['\\', '[' or '{', ..] ? value[1..] : value, ';');
}
