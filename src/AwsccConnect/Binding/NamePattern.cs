namespace AwsccConnect.Binding;

/// <summary>Patterns for names, as the Get commands take them.</summary>
internal static class NamePattern
{
    /// <summary>Reads a pattern. Throws for a text that is none, such as a single <c>[</c>.</summary>
    public static WildcardPattern Parse(string parameter, string text, WildcardOptions options = WildcardOptions.IgnoreCase)
    {
        try
        {
            var pattern = WildcardPattern.Get(text, options);

            // The engine reads a pattern when it is first used.
            _ = pattern.IsMatch(string.Empty);
            return pattern;
        }
        catch (WildcardPatternException)
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidValue,
                $"-{parameter} '{text}' is not a wildcard pattern.",
                "Write a backtick before a bracket that is meant as itself; [WildcardPattern]::Escape() does it.");
        }
    }

    /// <summary>The only text that a pattern matches, case aside; null where it has wildcards.</summary>
    public static string? LiteralOf(string text) =>
        !WildcardPattern.ContainsWildcardCharacters(text) && WildcardPattern.Unescape(text) is var literal && Parse("Name", text).IsMatch(literal) ? literal : null;
}
