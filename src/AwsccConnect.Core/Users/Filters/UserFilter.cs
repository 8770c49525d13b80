namespace AwsccConnect.Core.Users.Filters;

/// <summary>Filters of users beside the username. All have to match; of the elements of one list, one. An empty list does not filter.</summary>
internal sealed record UserFilter
{
    public IReadOnlyList<TextPattern> FirstNames { get; init; } = [];

    public IReadOnlyList<TextPattern> LastNames { get; init; } = [];

    /// <summary>Routing profiles: ARNs, ids or names; ARNs once they are resolved.</summary>
    public IReadOnlyList<string> RoutingProfiles { get; init; } = [];

    /// <summary>Security profiles, of which a user has to have one: ARNs, ids or names; ARNs once they are resolved.</summary>
    public IReadOnlyList<string> SecurityProfiles { get; init; } = [];

    /// <summary>Hierarchy groups: ARNs, ids, names or paths; ARNs once they are resolved.</summary>
    public IReadOnlyList<string> HierarchyGroups { get; init; } = [];

    /// <summary>Whether users of the groups below the hierarchy groups pass too.</summary>
    public bool IncludesDescendants { get; init; }

    /// <summary>Tags, which all have to match.</summary>
    public IReadOnlyList<TagPattern> Tags { get; init; } = [];

    /// <summary><c>SOFT_PHONE</c> or <c>DESK_PHONE</c>; null for either.</summary>
    public string? PhoneType { get; init; }

    /// <summary>The earliest time of the last change, in UTC; null for any.</summary>
    public DateTime? ModifiedAfter { get; init; }

    /// <summary>Whether there is a filter by what the user itself has, which a list of users does not show.</summary>
    public bool NeedsUser => FirstNames.Count + LastNames.Count + RoutingProfiles.Count + SecurityProfiles.Count + HierarchyGroups.Count + Tags.Count > 0
        || PhoneType is not null;

    public bool IsEmpty => !NeedsUser && ModifiedAfter is null;
}
