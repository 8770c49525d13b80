namespace AwsccConnect.Core.Users.Filters;

/// <summary>
/// A filter by one tag, whose key is case-sensitive as in AWS. One of the patterns has to match its value; without patterns users without the tag pass.
/// </summary>
internal sealed record TagPattern(string Key, IReadOnlyList<TextPattern> Values)
{
    /// <summary>Whether a user's value of the tag passes; null is no tag.</summary>
    public bool IsMatch(string? value) => value is null ? Values.Count == 0 : Values.Any(pattern => pattern.IsMatch(value));
}
