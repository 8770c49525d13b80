namespace AwsccConnect.Simulator.Faults;

/// <summary>Patterns with * (any run of characters) and ? (any one), ignoring case.</summary>
internal static class Wildcard
{
    public static bool IsMatch(string pattern, string? text)
    {
        if (pattern == "*")
        {
            return true;
        }

        return text is not null && IsMatch(pattern.AsSpan(), text.AsSpan());
    }

    private static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var p = 0;
        var t = 0;
        var star = -1;
        var mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] != '*' && (pattern[p] == '?' || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t])))
            {
                p++;
                t++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
