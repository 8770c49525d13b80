using System.Security;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Commands.Changes;

/// <summary>Takes the changes of a change log back.</summary>
[Cmdlet(VerbsCommon.Undo, "ConnectUserChange", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ConnectUser))]
public sealed class UndoConnectUserChangeCommand : BulkCmdlet
{
    /// <summary>The change log. Taken literally.</summary>
    [Parameter(Mandatory = true, Position = 0)]
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

    /// <summary>Password of users that are made again, 8-64 characters with an upper-case letter, a lower-case letter and a digit.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Password { get; set; }

    /// <summary>Make a random password for each user that is made again; it is returned once, as the note property InitialCredential.</summary>
    [Parameter]
    public SwitchParameter GeneratePassword { get; set; }

    /// <summary>File to append the changes of this command to. Default: the one that it reads, so that they can be undone too.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ChangeLogPath { get; set; }

    /// <summary>Suppress the confirm prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Write also the users that were changed back.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string? GivenChangeLog => ChangeLogPath ?? Path;

    private protected override string? Activity => "Taking changes back";

    private protected override void Begin()
    {
        PasswordChecks.RefuseBoth(Password, GeneratePassword);
        PasswordChecks.RefuseWeak("-Password", Password);
        base.Begin();
        // Prompts come one after the other, each before the next change.
        StartBulk(IsWhatIf || MayPrompt() ? 1 : ThrottleLimit, BulkOrder.AsSubmitted);
    }

    private protected override void Process()
    {
        var isSelected = new ChangeFilter(RunId, Username, UserArn, After, Before).ToPredicate();
        var records = ChangeLog.Read(FilePath.Resolve(this, nameof(Path), Path), WriteWarning);
        var users = ChangeHistory.Select(records, isSelected);
        ChangeFilter[] filters =
        [
            .. RunId.Select(run => new ChangeFilter([run], [], [])),
            .. Username.Select(name => new ChangeFilter([], [name], [])),
            .. UserArn.Select(arn => new ChangeFilter([], [], [arn])),
        ];
        var missing = filters.Where(filter => !records.Any(filter.ToPredicate())).SelectMany(filter => filter.RunId.Concat(filter.Username).Concat(filter.UserArn)).ToList();
        if (missing.Count > 0)
        {
            WriteWarning($"'{Path}' has no change of '{string.Join("', '", missing)}'. Get-ConnectUserChange shows its runs and users.");
        }
        else if (users.Count == 0)
        {
            WriteWarning($"'{Path}' has no such change{(records.Any(isSelected) ? " that is not undone already" : string.Empty)}.");
        }

        foreach (var user in users)
        {
            Submit(new UndoInput(user) { Generated = GeneratePassword ? new(user.Label, PasswordGenerator.Generate()) : null }, UndoAsync, WriteResultAsync);
        }
    }

    private Task<(UndoPlan Plan, UserWriteResult? Result)> UndoAsync(UndoInput input, CancellationToken cancellationToken)
    {
        var operations = OperationsFor(input.Undo.Records[0].Region);
        return operations.Undoer.UndoAsync(
            input.Undo,
            input.Generated?.SecurePassword ?? Password,
            async (plan, model, hasPassword) =>
            {
                input.Plan = plan;
                if (IsWhatIf && model is not null
                    && await operations.TakenUsernames.TakeAsync($"{model["InstanceArn"]}", $"{model[nameof(Username)]}", cancellationToken).ConfigureAwait(false) is { } taken)
                {
                    throw taken;
                }

                return (Force && !IsWhatIf) || await ConfirmAsync(plan, model, hasPassword).ConfigureAwait(false);
            },
            input,
            cancellationToken);
    }

    private Task<bool> ConfirmAsync(UndoPlan plan, JsonObject? model, bool hasPassword)
    {
        var label = plan.Undo.Label;
        var names = OperationsFor(plan.Undo.Records[0].Region).Connection.Names;
        if (model is not null)
        {
            return Output.ShouldProcessAsync(
                UserText.DescribeCreate(model, hasPassword, NameOf), $"Create the user '{label}', who was removed, again? The ARN will be another one.", "Undo");
        }

        if (plan.Operation == "DELETE")
        {
            return Output.ShouldProcessAsync(
                $"Remove user '{label}' ({plan.Undo.UserArn})", $"Remove the user '{label}', who was created? The user cannot be brought back as it is.", "Undo");
        }

        var operations = UserPatch.Describe(UserPatch.Create(plan.Live!, plan.Desired!), plan.Live!, NameOf);
        return Output.ShouldProcessAsync(UserText.DescribeUpdate(label, operations), UserText.AskUpdate(label, operations), "Undo");

        string? NameOf(string arn) => names.ShownNameOf(arn) ?? plan.Undo.NameOf(arn);
    }

    private async Task WriteResultAsync(UndoInput input, (UndoPlan Plan, UserWriteResult? Result) done)
    {
        var (plan, result) = done;
        if (result is { Status: UserWriteStatus.Done, User: { } user } && (PassThru || plan.Operation == "CREATE"))
        {
            await WriteAsync(input, UserOutput.WithCredential(UserOutput.Wrap(user), plan.Operation == "CREATE" ? input.Generated : null)).ConfigureAwait(false);
            if (plan.Operation == "CREATE")
            {
                // After the object, which may have a password: with -WarningAction Stop the warning ends the command.
                await Output.WarningAsync($"{input.Undo.Label} was created again and has another ARN now: {user.UserArn}").ConfigureAwait(false);
            }
        }

        if (plan.Conflicts.Count == 0)
        {
            if (plan.Live is null && input.Undo.Records[0] is { Operation: "CREATE", Outcome: ChangeOutcome.Done })
            {
                await Output.WarningAsync($"{input.Undo.Label} was created, but is not there now, so there was nothing to remove. Where this is unexpected, check the credentials and the endpoint.").ConfigureAwait(false);
            }

            Statistics.ItemDone(result is null);
        }
        else
        {
            var message = $"{input.Undo.Label}: {string.Join("; ", plan.Conflicts)}. Left as it is.";
            await FailAsync(input, new ConnectOperationException(ErrorIds.ChangedSince, message), input.Target).ConfigureAwait(false);
        }
    }
}
