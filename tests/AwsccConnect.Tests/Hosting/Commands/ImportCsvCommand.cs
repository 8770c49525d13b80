using System.Management.Automation;
using System.Text;

namespace AwsccConnect.Tests.Hosting.Commands;

/// <summary>Import-Csv: every row an object of strings; cells missing at a row's end are null.</summary>
[Cmdlet(VerbsData.Import, "Csv")]
public sealed class ImportCsvCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    public string Path { get; set; } = string.Empty;

    [Parameter]
    public char Delimiter { get; set; } = ',';

    protected override void EndProcessing()
    {
        string text = File.ReadAllText(GetUnresolvedProviderPathFromPSPath(Path));
        List<string>? header = null;
        foreach (List<string> cells in Rows(text, Delimiter))
        {
            if (header is null)
            {
                header = cells;
                continue;
            }

            PSObject row = new();
            for (int i = 0; i < header.Count; i++)
            {
                row.Properties.Add(new PSNoteProperty(header[i], i < cells.Count ? cells[i] : null));
            }

            WriteObject(row);
        }
    }

    // RFC 4180, with either line ending; empty lines are no rows.
    private static IEnumerable<List<string>> Rows(string text, char delimiter)
    {
        List<string> cells = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char current = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (current != '"')
                {
                    cell.Append(current);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (current == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (current == delimiter || current == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (current == '\n')
                {
                    if (cells.Count > 1 || cells[0].Length > 0)
                    {
                        yield return cells;
                    }

                    cells = [];
                }
            }
            else if (current != '\r')
            {
                cell.Append(current);
            }
        }
    }
}
