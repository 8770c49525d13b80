namespace AwsccConnect.Binding;

/// <summary>Rows as <c>Import-ConnectUser</c> writes them: an object with a property for each cell, and its location in the file.</summary>
internal static class RosterRows
{
    /// <summary>PowerShell type name of a row.</summary>
    public const string TypeName = "AwsccConnect.ConnectUserRow";

    /// <summary>Property with the row's location, for example <c>agents.csv:12</c>.</summary>
    private const string SourceColumn = "Source";

    /// <summary>Makes a row.</summary>
    public static PSObject Create(IEnumerable<KeyValuePair<string, object?>> cells, string source)
    {
        var row = new PSObject();
        row.TypeNames.Insert(0, TypeName);
        foreach (var (name, value) in cells)
        {
            row.Properties.Add(new PSNoteProperty(name, value));
        }

        row.Properties.Add(new PSNoteProperty(SourceColumn, source));
        return row;
    }

    /// <summary>The cells of a row of any kind. The location of one of these rows, or of a copy, is none of them.</summary>
    public static List<KeyValuePair<string, object?>> CellsOf(PSObject row, out string? source)
    {
        var cells = PSValue.Cells(row).ToList();
        source = null;
        if (row.TypeNames.Any(name => name.EndsWith(TypeName, StringComparison.OrdinalIgnoreCase)))
        {
            source = cells.Find(cell => cell.Key == SourceColumn).Value as string;
            cells.RemoveAll(cell => cell.Key == SourceColumn);
        }

        return cells;
    }
}
