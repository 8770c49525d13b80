namespace AwsccConnect.Core.Users.Import;

/// <summary>A row of a roster file: its cells, or why it cannot be read.</summary>
/// <param name="Cells">The columns' names and values in the file's order; texts for CSV, typed values for JSON. Empty where there is an error.</param>
/// <param name="Source">Where the row starts: <c>file:line</c>, or <c>file:line:column</c> where an error has a position in the line.</param>
/// <param name="Error">Why the row cannot be read, or null.</param>
public sealed record RosterRow(IReadOnlyList<KeyValuePair<string, object?>> Cells, string Source, RosterRowError? Error = null)
{
    /// <summary>What of the file was left out, in one line; null for nothing. A row with a note has no cells.</summary>
    public string? Note { get; init; }
}
