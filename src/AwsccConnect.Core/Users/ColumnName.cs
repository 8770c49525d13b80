using System.Globalization;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Compares the names of columns and properties as people write them: <c>RoutingProfileId</c>, <c>routing_profile_id</c>,
/// <c>routing-profile-id</c> and <c>Routing profile id</c> are one, also with a no-break space or a byte order mark.
/// </summary>
internal static class ColumnName
{
    /// <summary>The name without blanks, underscores, hyphens, dots and invisible characters.</summary>
    public static string Compact(string name) =>
        name.Any(IsSeparator) ? string.Concat(name.Where(c => !IsSeparator(c))) : name;

    /// <summary>Whether two names are one.</summary>
    public static bool AreEqual(string left, string right) => Compact(left).Equals(Compact(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>The name as it is shown: without blanks and invisible characters at its ends.</summary>
    public static string Trim(string name)
    {
        var shown = name.AsSpan();
        while (shown.Length > 0 && IsBlank(shown[0]))
        {
            shown = shown[1..];
        }

        while (shown.Length > 0 && IsBlank(shown[^1]))
        {
            shown = shown[..^1];
        }

        return shown.Length == name.Length ? name : shown.ToString();
    }

    private static bool IsSeparator(char c) => c is '.' || IsBlank(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation;

    /// <summary>White space and invisible characters: byte order marks, zero-width blanks, soft hyphens.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
