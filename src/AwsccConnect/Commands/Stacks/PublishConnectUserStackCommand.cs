using System.Security;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Commands.Stacks;

/// <summary>Brings the live users to the state of a stack.</summary>
[Cmdlet(VerbsData.Publish, "ConnectUserStack", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ConnectUserStackResult))]
public sealed class PublishConnectUserStackCommand : StackWriteCmdlet
{
    /// <summary>Remove users that carry the stack's ownership tag and are not in the file.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Take existing users of the file into the stack, also those of other stacks.</summary>
    [Parameter]
    public SwitchParameter Adopt { get; set; }

    /// <summary>Refuse a change when another client has changed the same since the plan was made.</summary>
    [Parameter]
    public SwitchParameter IfUnchanged { get; set; }

    /// <summary>Add each user, as it is afterwards, to its result as the property User.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Password of new users that the file gives none, 8-64 characters with an upper-case letter, a lower-case letter and a digit.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Password { get; set; }

    /// <summary>Make a random password for each new user that the file gives none; it is in the result's property InitialCredential.</summary>
    [Parameter]
    public SwitchParameter GeneratePassword { get; set; }

    private protected override string? Activity => "Publishing users";

    private protected override void Begin()
    {
        base.Begin();
        if (MaximumRemovals is not null && !Prune)
        {
            throw new UserValueException(nameof(MaximumRemovals), "-MaximumRemovals is for -Prune, which is missing: no user would be removed.", "Add -Prune, or leave -MaximumRemovals out.");
        }

        PasswordChecks.RefuseBoth(Password, GeneratePassword);
        if (RunId is not null && GeneratePassword)
        {
            throw PasswordChecks.RunExcludesPasswords();
        }
    }

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var stack = await ReadStackAsync(cancellationToken).ConfigureAwait(false);
        Expect(stack);
        if (stack.Users.Count == 0 && stack.Errors.Count == 0 && !Prune)
        {
            await Output.WarningAsync($"'{FullPath}' has no users; there is nothing to do.").ConfigureAwait(false);
        }

        var planner = new StackPlanner(
            stack,
            new StackPlanOptions
            {
                InstanceArn = InstanceArn,
                Region = Region,
                FindsExtras = Prune,
                Adopts = Adopt,
                IfUnchanged = IfUnchanged,
                KeepsUsers = PassThru && !IsWhatIf,
                KeepsOperations = IsWhatIf,
                Parallelism = ThrottleLimit,
            },
            OperationsFor);
        await new StackPublisher(
            stack,
            planner,
            new StackPublishOptions
            {
                Prunes = Prune,
                MaximumRemovals = MaximumRemovals,
                IsWhatIf = IsWhatIf,
                Parallelism = Parallelism,
                PasswordFor = PasswordFor,
                Confirm = ConfirmAsync,
                Report = result => ReportAsync(stack, result),
                RefuseRemovals = refusal => Output.FailAsync(refusal, FullPath),
            }).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> ConfirmAsync(StackStep step)
    {
        var label = step.Item.Label;
        return step.Item.Status switch
        {
            StackUserStatus.Missing => Output.ShouldProcessAsync(
                UserText.DescribeCreate(step.Model!, step.HasPassword, step.Item.Scope!.NameOf), $"Create the user '{label}'?", "Create user"),
            StackUserStatus.Different => Output.ShouldProcessAsync(
                UserText.DescribeUpdate(label, step.Operations), UserText.AskUpdate(label, step.Operations), "Update user"),
            _ => Output.ShouldProcessAsync(
                $"Remove user '{label}' ({step.Item.UserArn})",
                $"Remove the user '{label}', which is no longer in the file? Its history stays; the user cannot be brought back.",
                "Remove user"),
        };
    }

    private protected override object ToOutput(ConnectUserStackResult result, StackStepResult done)
    {
        if (PassThru)
        {
            PSObject.AsPSObject(result).Properties.Add(new PSNoteProperty("User", done.User is null ? null : UserOutput.Wrap(done.User)));
        }

        return UserOutput.WithCredential(PSObject.AsPSObject(result), done.Outcome == StackOutcome.Created ? done.Item.Generated : null);
    }

    /// <summary>The file's password, else the command's. Users of a directory have theirs there.</summary>
    private (SecureString? Password, bool IsGenerated) PasswordFor(StackUser user)
    {
        var own = PasswordChecks.PasswordOf(user.Row);
        var isFromDirectory = own is null && user.Row.Changes.TryGet("/DirectoryUserId", out var id) && id is not null;
        if (own is null && GeneratePassword && !isFromDirectory)
        {
            return (PasswordGenerator.Generate(), true);
        }

        var password = own ?? (isFromDirectory ? null : Password);
        PasswordChecks.RefuseWeak(user.Row.ToString(), password);
        return (password, false);
    }
}
