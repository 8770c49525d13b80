using System.Management.Automation;

namespace AwsccConnect.Tests.Hosting.Commands;

/// <summary>Export-Csv: the first object decides the columns; a value is what its ToString says, always quoted.</summary>
[Cmdlet(VerbsData.Export, "Csv")]
public sealed class ExportCsvCommand : PSCmdlet
{
    private readonly List<string> _lines = [];
    private string[]? _columns;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    public string Path { get; set; } = string.Empty;

    [Parameter]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    public SwitchParameter NoTypeInformation { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        if (_columns is null)
        {
            _columns = [.. InputObject.Properties.Select(property => property.Name)];
            _lines.Add(Join(_columns));
        }

        _lines.Add(Join(_columns.Select(name => InputObject.Properties[name]?.Value?.ToString())));
    }

    protected override void EndProcessing() => File.WriteAllLines(GetUnresolvedProviderPathFromPSPath(Path), _lines);

    // A null cell is empty and unquoted, as in the real cmdlet.
    private string Join(IEnumerable<string?> cells) => string.Join(
        Delimiter,
        cells.Select(cell => cell is null ? string.Empty : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}
