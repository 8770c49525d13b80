using System.Globalization;

namespace AwsccConnect.Core.Users.Import;

/// <summary>
/// A row of a roster file: its cells in the file's order (texts for CSV, typed values for JSON), or why it cannot be read. Its source is where it
/// starts, <c>file:line</c>, or <c>file:line:column</c> where an error has a position in the line.
/// </summary>
internal sealed record RosterRow(IReadOnlyList<KeyValuePair<string, object?>> Cells, string Source, RosterRowError? Error = null)
{
    /// <summary>What of the file was left out, in one line; null for nothing. A row with a note has no cells.</summary>
    public string? Note { get; init; }

    /// <summary>The source of the header of a CSV file; null in other formats.</summary>
    public string? Header { get; init; }

    /// <summary>What is wrong with columns of tags or proficiencies that differ only in case: keys of tags may, properties of a row cannot. Null for nothing.</summary>
    public static RosterRowError? CheckCase(IEnumerable<string> columns) => columns
        .Where(column => UserColumns.ElementOf(column) is not null)
        .GroupBy(column => column, StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault(same => same.Distinct(StringComparer.Ordinal).Count() > 1) is { } same
            ? new($"The columns '{string.Join("' and '", same)}' differ only in case, which the columns of a row cannot.", $"Remove one of them, or use the column {UserColumns.ElementOf(same.Key)!.Value.Set.Name} for both.", IsFatal: true)
            : null;

    /// <summary>A row, or with a fatal error the rest of the file, that cannot be read; line and column from 1.</summary>
    public static RosterRow Bad(string file, long line, string message, string remedy, bool isFatal = false, long? column = null) =>
        new([], At(file, line, column), new RosterRowError(message, remedy, isFatal));

    public static string At(string file, long line, long? column = null) =>
        column is { } at ? string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{at}") : string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");
}
