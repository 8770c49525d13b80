namespace AwsccConnect.Core.Users.Import;

/// <summary>
/// The beginning of a CSV file: what Excel (<c>sep=;</c>) and Windows PowerShell (<c>#TYPE</c>) put before the header is skipped, and
/// the header shows the delimiter.
/// </summary>
internal sealed record CsvHeader(int LineNumber, char Delimiter)
{
    /// <summary>Finds the header; null where there is none.</summary>
    internal static CsvHeader? Read(TextReader reader)
    {
        char? given = null;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (number == 1 && line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                given = line[4];
            }
            else if (!string.IsNullOrWhiteSpace(line) && !line.StartsWith("#TYPE ", StringComparison.Ordinal))
            {
                return new CsvHeader(number, given ?? Guess(line));
            }
        }

        return null;
    }

    /// <summary>The commonest of comma, semicolon and tab outside quotes.</summary>
    private static char Guess(string header)
    {
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var quoted = false;
        foreach (var c in header)
        {
            quoted ^= c == '"';
            if (!quoted && counts.TryGetValue(c, out var count))
            {
                counts[c] = count + 1;
            }
        }

        return counts.MaxBy(pair => pair.Value).Key;
    }
}
