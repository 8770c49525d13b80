namespace AwsccConnect.Core.Users.Filters;

/// <summary>A filter by one tag.</summary>
/// <param name="Key">The key, case-sensitive as in AWS.</param>
/// <param name="Values">Patterns for the value, of which one has to match; empty for users without the tag.</param>
internal sealed record TagPattern(string Key, IReadOnlyList<TextPattern> Values)
{
    /// <summary>Whether a user's value of the tag passes.</summary>
    /// <param name="value">The value; null where the user does not have the tag.</param>
    public bool IsMatch(string? value) => value is null ? Values.Count == 0 : Values.Any(pattern => pattern.IsMatch(value));
}
