using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Commands.Stacks;

/// <summary>Reports how the live users differ from a stack. It writes nothing to AWS.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConnectUserStack")]
[OutputType(typeof(ConnectUserStackResult))]
[OutputType(typeof(bool))]
public sealed class TestConnectUserStackCommand : StackCmdlet
{
    /// <summary>Write only whether everything is as desired: $true, or $false where it is not or is not known.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override string? Activity => "Comparing users";

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!Quiet)
        {
            await CompareAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var isInSync = false;
        try
        {
            isInSync = await CompareAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            // A script gets $true or $false in any case: a terminating error would skip both branches of its if.
            await Output.FailAsync(exception, FullPath, mayEndCommand: false).ConfigureAwait(false);
        }

        await Output.WriteAsync(isInSync).ConfigureAwait(false);
    }

    private async Task<bool> CompareAsync(CancellationToken cancellationToken)
    {
        var stack = await ReadStackAsync(cancellationToken).ConfigureAwait(false);
        if (stack.Users.Count == 0 && stack.Errors.Count == 0 && InstanceArn is null)
        {
            // An emptied file must not pass for one that all is well with.
            await Output.FailAsync(
                new ConnectOperationException(
                    ErrorIds.EmptyStack,
                    $"'{FullPath}' has no users and no instance is named, so there is nothing to compare.",
                    "Check the file; or give -InstanceArn to find users of the stack that are not in it."),
                FullPath).ConfigureAwait(false);
            return false;
        }

        Expect(stack);
        var planner = new StackPlanner(
            stack,
            new StackPlanOptions { InstanceArn = InstanceArn, Region = Region, FindsExtras = true, Parallelism = ThrottleLimit },
            OperationsFor);
        var isInSync = stack.Errors.Count == 0;
        await foreach (var item in planner.PlanAsync(cancellationToken).ConfigureAwait(false))
        {
            Count(item);
            var result = new StackStepResult(item, StackOutcome.None).ToResult(stack);
            isInSync &= item.Status == StackUserStatus.InSync;
            if (item.IsFault)
            {
                Statistics.ItemFailed();
                await FailAsync(item.Failure!, result, item).ConfigureAwait(false);
            }
            else
            {
                Statistics.ItemDone(item.Status == StackUserStatus.InSync);
            }

            if (!Quiet)
            {
                await Output.WriteAsync(result).ConfigureAwait(false);
            }
            else if (!isInSync)
            {
                // One difference is enough to know.
                break;
            }
        }

        return isInSync;
    }
}
