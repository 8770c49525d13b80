using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Connect;

/// <summary>UserSearchFilter: filters by tags and hierarchy groups.</summary>
internal static class SearchFilter
{
    /// <summary>The filter as a predicate of users; an absent filter lets all through.</summary>
    public static Predicate<JsonObject> Compile(ConnectInput? filter, HierarchyPaths groups)
    {
        var tags = TagFilter(filter?.Object("TagFilter"));
        var attributes = AttributeFilter(filter?.Object("UserAttributeFilter"), groups);
        return user => tags(user) && attributes(user);
    }

    /// <summary>The tags of a user.</summary>
    public static IEnumerable<(string Key, string Value)> Tags(JsonObject user) => user["Tags"] is JsonArray tags
        ? tags.OfType<JsonObject>().Select(tag => (ResourceStore.Text(tag, "Key") ?? string.Empty, ResourceStore.Text(tag, "Value") ?? string.Empty))
        : [];

    private static Predicate<JsonObject> TagFilter(ConnectInput? filter)
    {
        List<Predicate<JsonObject>> all = [];
        Add(all, filter?.Object("TagCondition"), Tag);
        Add(all, filter?.Objects("AndConditions"), Tags);
        Add(all, filter?.Lists("OrConditions"), lists => Any(lists.Select(Tags)));
        return All(all);
    }

    private static Predicate<JsonObject> AttributeFilter(ConnectInput? filter, HierarchyPaths groups)
    {
        List<Predicate<JsonObject>> all = [];
        Add(all, filter?.Object("TagCondition"), Tag);
        Add(all, filter?.Object("HierarchyGroupCondition"), groups.Compile);
        Add(all, filter?.Object("AndCondition"), condition => AttributeAnd(condition, groups));
        Add(all, filter?.Objects("OrConditions"), conditions => Any(conditions.Select(condition => AttributeAnd(condition, groups))));
        return All(all);
    }

    private static Predicate<JsonObject> AttributeAnd(ConnectInput condition, HierarchyPaths groups)
    {
        List<Predicate<JsonObject>> all = [];
        Add(all, condition.Objects("TagConditions"), Tags);
        Add(all, condition.Object("HierarchyGroupCondition"), groups.Compile);
        return All(all);
    }

    private static Predicate<JsonObject> Tags(IReadOnlyList<ConnectInput> conditions) => All([.. conditions.Select(Tag)]);

    /// <summary>A TagCondition: key and value, or a key with any value.</summary>
    private static Predicate<JsonObject> Tag(ConnectInput condition)
    {
        var key = condition.Required("TagKey");
        var value = condition.Text("TagValue");
        return user => Tags(user).Any(tag => tag.Key == key && (value is null || tag.Value == value));
    }

    /// <summary>Adds the condition of an input that is there.</summary>
    public static void Add<T>(List<Predicate<JsonObject>> all, T? input, Func<T, Predicate<JsonObject>> compile)
        where T : class
    {
        if (input is not null)
        {
            all.Add(compile(input));
        }
    }

    /// <summary>Whether all conditions hold; true without any.</summary>
    public static Predicate<JsonObject> All(List<Predicate<JsonObject>> conditions) => user => conditions.TrueForAll(condition => condition(user));

    /// <summary>Whether a condition holds; true without any.</summary>
    public static Predicate<JsonObject> Any(IEnumerable<Predicate<JsonObject>> conditions)
    {
        List<Predicate<JsonObject>> list = [.. conditions];
        return user => list.Count == 0 || list.Exists(condition => condition(user));
    }
}
