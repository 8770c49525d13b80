namespace AwsccConnect.Core.Users;

/// <summary>Compares names as people write them: <c>RoutingProfileId</c>, <c>routing_profile_id</c>, <c>routing-profile-id</c> and <c>Routing profile id</c> are one.</summary>
internal static class ColumnName
{
    /// <summary>The name without blanks, underscores, hyphens and dots.</summary>
    public static string Compact(string name) =>
        name.Any(IsSeparator) ? string.Concat(name.Where(c => !IsSeparator(c))) : name;

    private static bool IsSeparator(char c) => c is '_' or '-' or '.' || char.IsWhiteSpace(c);
}
