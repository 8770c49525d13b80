using Amazon.Connect;
using Amazon.Connect.Model;
using AwsccConnect.Core.Users.Filters;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// The query of a search: filters of which it is documented how they compare
/// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_SearchUsers.html"/>). It is not said whether the case of names
/// matters, so names are left to <see cref="UserMatcher"/>; usernames that are not found are looked up in the list.
/// </summary>
internal static class UserSearchQuery
{
    /// <summary>The criteria; null for all users.</summary>
    public static UserSearchCriteria? CriteriaOf(UserFilter filter)
    {
        var match = filter.IncludesDescendants ? HierarchyGroupMatchType.WITH_CHILD_GROUPS : HierarchyGroupMatchType.EXACT;
        List<UserSearchCriteria> all =
        [
            .. Any(filter.RoutingProfiles, id => Field("RoutingProfileId", id)),
            .. Any(filter.SecurityProfiles, id => Field("SecurityProfileId", id)),
            .. Any(filter.HierarchyGroups, id => new() { HierarchyGroupCondition = new() { Value = id, HierarchyGroupMatchType = match } }),
        ];
        return all.Count < 2 ? all.FirstOrDefault() : new() { AndConditions = all };
    }

    /// <summary>The criteria for one of some usernames.</summary>
    public static UserSearchCriteria CriteriaOf(IEnumerable<string> usernames) => new() { OrConditions = [.. usernames.Select(name => Field("Username", name))] };

    /// <summary>The tags; null for any.</summary>
    public static UserSearchFilter? FilterOf(UserFilter filter)
    {
        List<TagCondition> tags =
        [
            .. filter.Tags.Where(tag => tag.Values is [{ Literal.Length: > 0 }]).Select(tag => new TagCondition { TagKey = tag.Key, TagValue = tag.Values[0].Literal }),
        ];
        return tags.Count == 0 ? null : new() { TagFilter = tags.Count == 1 ? new() { TagCondition = tags[0] } : new() { AndConditions = tags } };
    }

    private static UserSearchCriteria[] Any(IReadOnlyList<string> arns, Func<string, UserSearchCriteria> condition)
    {
        List<UserSearchCriteria> any = [.. arns.Select(arn => condition(arn[(arn.LastIndexOf('/') + 1)..]))];
        return any.Count == 0 ? [] : [any.Count == 1 ? any[0] : new() { OrConditions = any }];
    }

    private static UserSearchCriteria Field(string name, string value) =>
        new() { StringCondition = new() { FieldName = name, Value = value, ComparisonType = StringComparisonType.EXACT } };
}
