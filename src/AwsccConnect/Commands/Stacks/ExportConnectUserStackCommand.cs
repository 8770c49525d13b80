using AwsccConnect.Commands.Users;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Export;
using AwsccConnect.Core.Stacks.Parsing;

namespace AwsccConnect.Commands.Stacks;

/// <summary>Writes live users to a file of which publishing would change nothing.</summary>
[Cmdlet(VerbsData.Export, "ConnectUserStack", DefaultParameterSetName = "InputObject", SupportsShouldProcess = true)]
public sealed class ExportConnectUserStackCommand : UserExportCmdlet
{
    private StackFormat _format;

    /// <summary>Only users that carry the ownership tag of the stack.</summary>
    [Parameter(ParameterSetName = "Instance")]
    public SwitchParameter Owned { get; set; }

    /// <summary>Name of the stack, 1-256 characters. Default: the file's base name.</summary>
    [Parameter]
    [Alias("StackName")]
    [ValidateLength(1, 256)]
    public string? Name { get; set; }

    /// <summary>The environment that <see cref="Owned"/> looks for, for example prd.</summary>
    [Parameter(ParameterSetName = "Instance")]
    [Alias("StackEnv", "Env")]
    [ValidateNotNullOrEmpty]
    public string? Environment { get; set; }

    /// <summary>Yaml (a manifest), Json or Csv. Default: by the file's extension.</summary>
    [Parameter]
    [ValidateSet("Yaml", "Json", "Csv")]
    public string? Format { get; set; }

    /// <summary>Write names of profiles and groups instead of their ARNs.</summary>
    [Parameter]
    public SwitchParameter UseName { get; set; }

    private protected override string IncompleteErrorId => ErrorIds.IncompleteStack;

    private string StackName => Name ?? System.IO.Path.GetFileNameWithoutExtension(FullPath);

    private protected override void Begin()
    {
        base.Begin();
        if (Environment is not null && !Owned)
        {
            throw new UserValueException(nameof(Environment), "-Environment is for -Owned, which is missing: all users would be written.", "Add -Owned, or leave -Environment out.");
        }

        _format = Format is not null ? Enum.Parse<StackFormat>(Format, ignoreCase: true) : StackFileWriter.FormatOf(FullPath)
            ?? throw new ConnectOperationException(
                ErrorIds.InvalidValue,
                $"The extension of '{Path}' does not determine a format.",
                "Name the file .yml, .yaml, .json or .csv, or add -Format Yaml, Json or Csv.");
        if (_format == StackFormat.Yaml || Owned)
        {
            // The manifest would be refused when it is read.
            StackNames.Check(StackName, Name is null ? "from the file's name" : "from -Name", Environment);
        }
    }

    private protected override bool IsExported(JsonObject state) =>
        !Owned || StackOwnership.OwnerOf(state) == StackOwnership.ValueFor(StackName, Environment);

    private protected override async Task WriteAsync(IReadOnlyList<StackEntry> users, CancellationToken cancellationToken)
    {
        var entries = UseName ? await WithNamesAsync(users, cancellationToken).ConfigureAwait(false) : users;
        await SaveAsync(users.Count, _format, () => StackFileWriter.ToText(_format, StackName, entries), "Export stack", cancellationToken).ConfigureAwait(false);
    }
}
