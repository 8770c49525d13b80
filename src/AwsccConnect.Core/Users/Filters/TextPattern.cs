namespace AwsccConnect.Core.Users.Filters;

/// <summary>A pattern for texts.</summary>
/// <param name="IsMatch">Compares a text with the pattern.</param>
/// <param name="Literal">The text that the pattern is; null where it has wildcards or escapes.</param>
internal sealed record TextPattern(Func<string, bool> IsMatch, string? Literal);
