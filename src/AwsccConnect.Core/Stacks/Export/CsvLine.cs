using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Writes lines of CSV (RFC 4180, comma, LF) that are safe to open in a spreadsheet.</summary>
internal static class CsvLine
{
    public static void WriteHeader(TextWriter writer, IEnumerable<string> names)
    {
        writer.Write(string.Join(',', names.Select(Quote)));
        writer.Write('\n');
    }

    public static void Write(TextWriter writer, IEnumerable<string> cells) => WriteHeader(writer, cells.Select(CsvCell.Protect));

    private static string Quote(string cell)
    {
        var isPlain = cell.Length == 0
            || (cell.IndexOfAny([',', ';', '"', '\r', '\n', '\t']) < 0 && !char.IsWhiteSpace(cell[0]) && !char.IsWhiteSpace(cell[^1]));
        return isPlain ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
