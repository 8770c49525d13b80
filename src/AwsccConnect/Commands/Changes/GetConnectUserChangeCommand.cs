using System.Management.Automation;
using AwsccConnect.Binding;
using AwsccConnect.Core.Changes;
using AwsccConnect.Pipeline;

namespace AwsccConnect.Commands.Changes;

/// <summary>Reads a change log. Makes no call.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectUserChange")]
[OutputType(typeof(ConnectUserChange))]
public sealed class GetConnectUserChangeCommand : AsyncCmdlet, IDynamicParameters
{
    private readonly ChangeFilter _filter = new();

    /// <summary>The change log. Taken literally.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <inheritdoc/>
    public object GetDynamicParameters() => _filter;

    /// <inheritdoc/>
    private protected override void Process()
    {
        var isSelected = _filter.ToPredicate();
        var records = ChangeLog.Read(FilePath.Resolve(this, nameof(Path), Path), WriteWarning);
        var undone = ChangeHistory.Undone(records);
        WriteObject(records.Where(isSelected).SelectMany(record => ConnectUserChange.From(record, undone.Contains(record.Id))), enumerateCollection: true);
    }
}
