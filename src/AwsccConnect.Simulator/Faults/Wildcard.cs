using System.IO.Enumeration;

namespace AwsccConnect.Simulator.Faults;

/// <summary>Patterns with * (any run of characters) and ? (any one), ignoring case.</summary>
internal static class Wildcard
{
    public static bool IsMatch(string pattern, string? text) =>
        pattern == "*" || (text is not null && FileSystemName.MatchesSimpleExpression(pattern, text));
}
