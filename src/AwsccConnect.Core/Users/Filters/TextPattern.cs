namespace AwsccConnect.Core.Users.Filters;

/// <summary>A pattern for texts, with the text that it is; null where it has wildcards or escapes.</summary>
internal sealed record TextPattern(Func<string, bool> IsMatch, string? Literal);
