namespace AwsccConnect.Core.Users.Import;

/// <summary>
/// The beginning of a CSV file: what Excel (<c>sep=;</c>) and Windows PowerShell (<c>#TYPE</c>) put before the header is skipped, and
/// the header shows the delimiter.
/// </summary>
internal sealed class CsvHeader
{
    /// <summary>The header line, or null where there is none.</summary>
    internal string? Line { get; private set; }

    /// <summary>Its number, from 1.</summary>
    internal int LineNumber { get; private set; }

    /// <summary>The delimiter.</summary>
    internal char Delimiter { get; private set; } = ',';

    internal async Task ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        char? said = null;
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            LineNumber++;
            if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length == 5 && LineNumber == 1)
            {
                said = line[4];
            }
            else if (!string.IsNullOrWhiteSpace(line) && !line.StartsWith("#TYPE ", StringComparison.Ordinal))
            {
                Line = line;
                Delimiter = said ?? Guess(line);
                return;
            }
        }
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
