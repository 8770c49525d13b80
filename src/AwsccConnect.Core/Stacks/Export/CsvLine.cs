using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Writes lines of CSV (RFC 4180, comma, LF) that are safe to open in a spreadsheet.</summary>
internal static class CsvLine
{
    /// <summary>Writes a header and rows; names in the header are written as they are.</summary>
    public static void Write(TextWriter writer, IEnumerable<string> names, IEnumerable<IEnumerable<string>> rows)
    {
        foreach (var line in rows.Select(cells => cells.Select(CsvCell.Protect)).Prepend(names))
        {
            writer.Write(string.Join(',', line.Select(Quote)));
            writer.Write('\n');
        }
    }

    private static string Quote(string cell)
    {
        var isPlain = cell.Length == 0
            || (cell.IndexOfAny([',', ';', '"', '\r', '\n', '\t']) < 0 && !char.IsWhiteSpace(cell[0]) && !char.IsWhiteSpace(cell[^1]));
        return isPlain ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
