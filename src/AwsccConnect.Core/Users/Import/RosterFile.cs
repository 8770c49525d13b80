using System.Runtime.CompilerServices;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Reads roster files row by row. A row that cannot be read is returned with its error, and reading continues.</summary>
public static class RosterFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows, with the file's name in their sources.</returns>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static IAsyncEnumerable<RosterRow> ReadAsync(string path, RosterFormat format = RosterFormat.Auto, CancellationToken cancellationToken = default) =>
        ReadAsync(path, format, static () => { }, cancellationToken);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="format">The format.</param>
    /// <param name="onBlankRow">Called for each row that is left out because it has no cell with a text.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows, with the file's name in their sources.</returns>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static async IAsyncEnumerable<RosterRow> ReadAsync(
        string path, RosterFormat format, Action onBlankRow, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 65536, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            await foreach (var row in ReadAsync(stream, Path.GetFileName(path), format, onBlankRow, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    /// <summary>Reads a stream: UTF-8 (with or without a byte order mark), UTF-16 or UTF-32.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="name">The name for the rows' sources.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows.</returns>
    public static IAsyncEnumerable<RosterRow> ReadAsync(
        Stream stream, string name, RosterFormat format = RosterFormat.Auto, CancellationToken cancellationToken = default) =>
        ReadAsync(stream, name, format, static () => { }, cancellationToken);

    private static async IAsyncEnumerable<RosterRow> ReadAsync(
        Stream stream, string name, RosterFormat format, Action onBlankRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        var (reader, looksLikeJson) = await RosterText.OpenAsync(stream, cancellationToken).ConfigureAwait(false);
        using var closing = reader;
        var rows = (format == RosterFormat.Auto ? FormatOf(name, looksLikeJson) : format) switch
        {
            RosterFormat.Json => JsonRoster.ReadAsync(reader, name, cancellationToken),
            RosterFormat.Yaml => YamlRoster.ReadAsync(reader, name, cancellationToken),
            _ => CsvRoster.ReadAsync(reader, name, onBlankRow, cancellationToken),
        };
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
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
