using Amazon.Connect.Model;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Users.Filters;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>Checks users of one instance against a filter whose names are resolved.</summary>
internal sealed class UserMatcher(UserFilter filter, HierarchyAncestors groups)
{
    public async Task<bool> MatchesAsync(ConnectUser user, CancellationToken cancellationToken) =>
        IsAny(filter.FirstNames, user.FirstName)
        && IsAny(filter.LastNames, user.LastName)
        && (filter.PhoneType is null || filter.PhoneType == user.PhoneType)
        && IsOne(filter.RoutingProfiles, user.RoutingProfileArn)
        && (filter.SecurityProfiles.Count == 0 || user.SecurityProfileArns.Any(profile => IsOne(filter.SecurityProfiles, profile)))
        && filter.Tags.All(tag => tag.IsMatch(user.Tags[tag.Key]?.ToString()))
        && (filter.IncludesDescendants
            ? await groups.IsInAsync(user.HierarchyGroupArn, filter.HierarchyGroups, cancellationToken).ConfigureAwait(false)
            : IsOne(filter.HierarchyGroups, user.HierarchyGroupArn));

    /// <summary>
    /// Whether a user may match that a search by <see cref="UserSearchQuery"/> has found: false only for what the search has of the user
    /// and the query could not express.
    /// </summary>
    public bool MayMatch(UserSearchSummary user) =>
        (user.IdentityInfo is null || (IsAny(filter.FirstNames, user.IdentityInfo.FirstName) && IsAny(filter.LastNames, user.IdentityInfo.LastName)))
        && (filter.PhoneType is null || user.PhoneConfig?.PhoneType is not { } phone || phone.Value == filter.PhoneType)
        && filter.Tags.All(tag => tag.IsMatch(user.Tags?.GetValueOrDefault(tag.Key)));

    private static bool IsAny(IReadOnlyList<TextPattern> patterns, string? text) =>
        patterns.Count == 0 || (text is not null && patterns.Any(pattern => pattern.IsMatch(text)));

    private static bool IsOne(IReadOnlyList<string> arns, string? arn) =>
        arns.Count == 0 || arns.Contains(arn, StringComparer.OrdinalIgnoreCase);
}
