using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Connect;

/// <summary>UserSearchCriteria: conditions on fields, joined by AndConditions and OrConditions.</summary>
internal static class SearchCriteria
{
    private static readonly Dictionary<string, Func<JsonObject, IEnumerable<string?>>> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Username"] = user => [ResourceStore.Text(user, "Username")],
        ["FirstName"] = user => [IdentityRules.NameOf(user, "FirstName")],
        ["LastName"] = user => [IdentityRules.NameOf(user, "LastName")],
        ["Email"] = user => [IdentityRules.NameOf(user, "Email")],
        ["ResourceId"] = user => [ConnectApi.IdIn(user, "UserArn")],
        ["RoutingProfileId"] = user => [ConnectApi.IdIn(user, "RoutingProfileArn")],
        ["SecurityProfileId"] = user => user["SecurityProfileArns"] is JsonArray arns ? arns.Select(arn => ConnectApi.IdOf((string)arn!)) : [],
    };

    /// <summary>The criteria as a predicate of users; absent criteria match all.</summary>
    public static Predicate<JsonObject> Compile(ConnectInput? criteria, HierarchyPaths groups)
    {
        if (criteria is null)
        {
            return _ => true;
        }

        if (criteria.Object("ListCondition") is not null)
        {
            throw ConnectErrors.InvalidParameter("ListCondition is not simulated.");
        }

        List<Predicate<JsonObject>> all = [];
        SearchFilter.Add(all, criteria.Objects("AndConditions"), conditions => SearchFilter.All([.. conditions.Select(condition => Compile(condition, groups))]));
        SearchFilter.Add(all, criteria.Objects("OrConditions"), conditions => SearchFilter.Any(conditions.Select(condition => Compile(condition, groups))));
        SearchFilter.Add(all, criteria.Object("StringCondition"), Compile);
        SearchFilter.Add(all, criteria.Object("HierarchyGroupCondition"), groups.Compile);
        return SearchFilter.All(all);
    }

    private static Predicate<JsonObject> Compile(ConnectInput condition)
    {
        var name = condition.Required("FieldName");
        if (!Fields.TryGetValue(name, out var field))
        {
            throw ConnectErrors.InvalidParameter($"FieldName {name} is not one of {string.Join(", ", Fields.Keys)}.");
        }

        var value = condition.Required("Value");
        Func<string, bool> compare = condition.Text("ComparisonType") switch
        {
            "STARTS_WITH" => text => text.StartsWith(value, StringComparison.OrdinalIgnoreCase),
            "CONTAINS" => text => text.Contains(value, StringComparison.OrdinalIgnoreCase),
            "EXACT" => text => text.Equals(value, StringComparison.OrdinalIgnoreCase),
            _ => throw ConnectErrors.InvalidParameter("ComparisonType has to be STARTS_WITH, CONTAINS or EXACT."),
        };
        return user => field(user).Any(text => text is not null && compare(text));
    }
}
