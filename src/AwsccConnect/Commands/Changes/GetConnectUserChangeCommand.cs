using AwsccConnect.Core.Changes;

namespace AwsccConnect.Commands.Changes;

/// <summary>Reads a change log. Makes no call.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectUserChange")]
[OutputType(typeof(ConnectUserChange))]
public sealed class GetConnectUserChangeCommand : AsyncCmdlet
{
    /// <summary>The change log. Taken literally.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Only changes of these runs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] RunId { get; set; } = [];

    /// <summary>Only changes of users of these names.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Username { get; set; } = [];

    /// <summary>Only changes of these users, by ARN.</summary>
    [Parameter]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    public string[] UserArn { get; set; } = [];

    /// <summary>Only changes at this time and later.</summary>
    [Parameter]
    [Alias("Since")]
    [TimeArgument]
    [ValidateNotNull]
    public DateTime? After { get; set; }

    /// <summary>Only changes before this time.</summary>
    [Parameter]
    [TimeArgument]
    [ValidateNotNull]
    public DateTime? Before { get; set; }

    private protected override void Process()
    {
        var isSelected = new ChangeFilter(RunId, Username, UserArn, After, Before).ToPredicate();
        var records = ChangeLog.Read(FilePath.Resolve(this, nameof(Path), Path), WriteWarning);
        var undone = new UndoneParts(records);
        WriteObject(records.Where(isSelected).SelectMany(record => ConnectUserChange.From(record, undone)), enumerateCollection: true);
    }
}
