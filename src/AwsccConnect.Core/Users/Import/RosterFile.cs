using System.Text;
using AwsccConnect.Core.Stacks.Parsing;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Reads roster files row by row. A row that cannot be read is returned with its error, and reading continues.</summary>
internal static class RosterFile
{
    /// <summary>Reads a file, whose name the sources of the rows have. A row that has no cell with a text is left out and reported.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static async Task<IEnumerable<RosterRow>> ReadAsync(string path, RosterFormat format, Action onBlankRow, CancellationToken cancellationToken) =>
        Read(await RosterText.ReadAsync(path, cancellationToken).ConfigureAwait(false), Path.GetFileName(path), format, onBlankRow, cancellationToken);

    public static IEnumerable<RosterRow> Read(
        RosterText text, string name, RosterFormat format = RosterFormat.Auto, Action? onBlankRow = null, CancellationToken cancellationToken = default)
    {
        format = format == RosterFormat.Auto ? FormatOf(name, text.LooksLikeJson) : format;
        var rows = format == RosterFormat.Csv ? CsvRoster.Read(text, name, onBlankRow) : ReadDocument(text, name, format, cancellationToken);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    private static List<RosterRow> ReadDocument(RosterText text, string name, RosterFormat format, CancellationToken cancellationToken)
    {
        var (document, isWhole) = text.Decode();
        return !isWhole ? [RosterRow.Bad(name, 1, "The file is not UTF-8 text.", "Save it as UTF-8.", isFatal: true)]
            : format == RosterFormat.Json ? JsonRoster.Read(Encoding.UTF8.GetBytes(document), name, cancellationToken)
            : DocumentRoster.Read(() => YamlDocument.Read(new StringReader(document), name, cancellationToken), document.Length, name);
    }

    private static RosterFormat FormatOf(string name, bool looksLikeJson) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".JSON" or ".JSONL" or ".NDJSON" => RosterFormat.Json,
        ".YML" or ".YAML" => RosterFormat.Yaml,
        _ when looksLikeJson => RosterFormat.Json,
        ".TEMPLATE" => RosterFormat.Yaml,
        _ => RosterFormat.Csv,
    };
}
