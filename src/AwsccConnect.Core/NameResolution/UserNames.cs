using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>The names given instead of ARNs in the requested changes of a user.</summary>
internal static class UserNames
{
    /// <summary>Whether a text looks like an ARN, valid or not.</summary>
    public static bool IsArn(string text) => text.TrimStart().StartsWith("arn:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The names in changes, each once. What a later change overrules does not count.</summary>
    public static IReadOnlyList<(UserProperty Property, string Text)> In(UserChanges changes) =>
        [.. WithArnsIn(changes).Where(name => !IsArn(name.Text))];

    /// <summary>The names and ARNs of profiles and groups in changes, each once. What a later change overrules does not count.</summary>
    public static IEnumerable<(UserProperty Property, string Text)> WithArnsIn(UserChanges changes) =>
        Effective(changes).Where(HoldsProfiles).SelectMany(step => Texts(step).Select(text => (step.Property, text))).Distinct();

    /// <summary>The changes with other texts for names and ARNs.</summary>
    public static UserChanges Replace(UserChanges changes, Func<UserProperty, string, string> arnOf) =>
        UserChanges.Of(Effective(changes).Select(step => HoldsProfiles(step) ? Replace(step, arnOf) : step));

    /// <summary>The changes with what was found for their names. Throws where something is wrong with a name; the message has every such name.</summary>
    public static UserChanges Replace(string label, UserChanges changes, IReadOnlyList<(UserProperty Property, string Text, string? Arn, UserProblem? Problem)> found)
    {
        UserProblems.ThrowIfAny(label, [.. found.Select(name => name.Problem).OfType<UserProblem>()]);
        var arns = found.ToDictionary(name => (name.Property.Pointer, name.Text), name => name.Arn!);
        return Replace(changes, (property, text) => arns.GetValueOrDefault((property.Pointer, text), text));
    }

    /// <summary>The problems that do not depend on how the names are resolved.</summary>
    public static IReadOnlyList<UserProblem> WithoutNames(UserChanges changes, IReadOnlyList<UserProblem> problems)
    {
        var named = In(changes).Select(name => name.Property.Name).ToHashSet(StringComparer.Ordinal);
        return named.Count == 0 ? problems : [.. problems.Where(problem => problem.ErrorId != ErrorIds.InvalidArn || problem.PropertyName is null || !named.Contains(problem.PropertyName))];
    }

    private static bool HoldsProfiles(UserChange step) =>
        step.Property.ArnKind is ConnectResourceKind.RoutingProfile or ConnectResourceKind.SecurityProfile or ConnectResourceKind.HierarchyGroup;

    private static IEnumerable<UserChange> Effective(UserChanges changes) => changes.Steps.Where((step, index) =>
        !HoldsProfiles(step) || !changes.Steps.Skip(index + 1).Any(later => later.IsWhole && later.Property.Pointer == step.Property.Pointer));

    private static IEnumerable<string> Texts(UserChange step) =>
        (step.Value as JsonArray ?? [step.Value?.DeepClone()]).Concat(step.Upserts ?? []).Select(JsonText.StringOf).OfType<string>().Concat(step.Removals ?? []).Where(text => text.Length > 0);

    private static UserChange Replace(UserChange step, Func<UserProperty, string, string> arnOf)
    {
        return new UserChange(step.Property)
        {
            Value = step.Value switch
            {
                JsonArray items => new JsonArray([.. Distinct(items)]),
                { } value => Node(value),
                null => null,
            },
            Upserts = step.Upserts is null ? null : [.. Distinct(step.Upserts).OfType<JsonNode>()],
            Removals = step.Removals is null ? null : [.. step.Removals.Select(Text).Distinct(StringComparer.Ordinal)],
        };

        string Text(string text) => text.Length == 0 ? text : arnOf(step.Property, text);

        JsonNode? Node(JsonNode? node) => JsonText.StringOf(node) is { } text ? JsonValue.Create(Text(text)) : node?.DeepClone();

        // A name and its ARN are the same element.
        IEnumerable<JsonNode?> Distinct(IEnumerable<JsonNode?> nodes) => nodes.Select(Node).DistinctBy(node => UserSetKeys.Of(step.Property, node));
    }
}
