using System.Globalization;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Core.Stacks.Teardown;

namespace AwsccConnect.Commands.Stacks;

/// <summary>Removes only the users that a stack owns.</summary>
[Cmdlet(VerbsData.Unpublish, "ConnectUserStack", DefaultParameterSetName = "Name", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ConnectUserStackResult))]
public sealed class UnpublishConnectUserStackCommand : StackWriteCmdlet
{
    private const int NamesInPrompt = 10;

    /// <summary>The file of the stack: a manifest or list (YAML, JSON) or a roster (CSV). Taken literally.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path")]
    [Alias("LiteralPath", "PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public override string Path { get; set; } = string.Empty;

    /// <summary>Name of the stack, 1-256 characters. With a file, the default is the one in it, else the file's base name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Name")]
    [Parameter(ParameterSetName = "Path")]
    [Alias("StackName")]
    [ValidateLength(1, 256)]
    public override string? Name { get; set; }

    /// <summary>ARN, id or alias of the instance to look in; with a file, beside those that it names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Name")]
    [Parameter(ParameterSetName = "Path")]
    [Alias("Instance", "InstanceAlias")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    public override string? InstanceArn { get; set; }

    /// <summary>Suppress the confirm prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool MovesUsers => false;

    private protected override string? Activity => "Removing users";

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var stack = ParameterSetName == "Path"
            ? await ReadStackAsync(cancellationToken).ConfigureAwait(false)
            : new StackDefinition { Name = Name!, Environment = Environment, Path = string.Empty };
        var options = new StackUnpublishOptions
        {
            InstanceArn = InstanceArn,
            Region = Region,
            MaximumRemovals = MaximumRemovals,
            IsWhatIf = IsWhatIf,
            Parallelism = ThrottleLimit,
            Confirm = users => ConfirmAsync(stack, users),
            Report = done =>
            {
                // Users of the file are not expected here one by one, unlike when they are published.
                if (done.Item.User is not null)
                {
                    Statistics.ItemTaken();
                }

                return ReportAsync(stack, done);
            },
            RefuseRemovals = refusal => Output.FailAsync(refusal, stack.Owner),
        };
        var unpublisher = new StackUnpublisher(stack, options, OperationsFor);
        await unpublisher.RunAsync(cancellationToken).ConfigureAwait(false);
        if (unpublisher.FoundNone)
        {
            await Output.WarningAsync($"No user belongs to the stack '{stack.Owner}' (tag {StackOwnership.TagKey}); nothing was removed.").ConfigureAwait(false);
        }

        Statistics.AllTaken();
    }

    /// <summary>One prompt for all: with one for each, a user with many would choose "Yes to all" at the first.</summary>
    private async Task<bool> ConfirmAsync(StackDefinition stack, IReadOnlyList<StackPlanItem> users)
    {
        if (IsWhatIf)
        {
            foreach (var user in users)
            {
                await Output.ShouldProcessAsync($"Remove user '{user.Label}' ({user.UserArn})", "Remove?", "Remove user").ConfigureAwait(false);
            }

            return false;
        }

        if (Force)
        {
            return true;
        }

        var names = string.Join(", ", users.Take(NamesInPrompt).Select(user => user.Label));
        var rest = users.Count > NamesInPrompt
            ? string.Create(CultureInfo.InvariantCulture, $" and {users.Count - NamesInPrompt} more")
            : string.Empty;
        var what = string.Create(CultureInfo.InvariantCulture, $"the {users.Count} {(users.Count == 1 ? "user" : "users")} of the stack '{stack.Owner}': {names}{rest}");
        return await Output.ShouldProcessAsync(
            $"Remove {what}", $"Remove {what}? Their history stays; the users cannot be brought back.", "Remove users").ConfigureAwait(false);
    }
}
