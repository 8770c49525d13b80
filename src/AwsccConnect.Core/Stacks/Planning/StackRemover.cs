using AwsccConnect.Core.Operations.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Removes users of a stack: each is read again before, and must still carry the stack's own tag.</summary>
internal static class StackRemover
{
    /// <summary>Removes a user.</summary>
    /// <exception cref="ConnectOperationException">The user could not be read or removed.</exception>
    public static async Task<StackStepResult> RemoveAsync(
        StackPlanItem item, string owner, Func<Task<bool>> confirm, CancellationToken cancellationToken)
    {
        var (operations, userArn) = (item.Scope!.Operations, item.UserArn!);
        if (await operations.Resources.TryGetUserAsync(userArn, cancellationToken).ConfigureAwait(false) is not { } live)
        {
            return new(item, StackOutcome.None) { Message = "The user is gone already." };
        }

        if (StackOwnership.OwnerOf(live) is var present && present != owner)
        {
            return new(item, StackOutcome.Skipped)
            {
                Message = present is null
                    ? $"The user does not carry the tag of the stack '{owner}' any more."
                    : $"The user belongs to the stack '{present}' now.",
            };
        }

        if (!await confirm().ConfigureAwait(false))
        {
            return new(item, StackOutcome.Skipped) { Message = "The removal was not confirmed." };
        }

        var result = await operations.Remover
            .RemoveAsync(userArn, clientToken: null, wait: true, ignoreNotFound: true, item: null, cancellationToken).ConfigureAwait(false);
        return result.Status == UserWriteStatus.AlreadyGone
            ? new(item, StackOutcome.None) { Message = "The user is gone already." }
            : new(item, StackOutcome.Removed);
    }
}
