using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Removes users of a stack: each is read again before, and must still carry the stack's own tag.</summary>
internal sealed class StackRemover(string owner)
{
    /// <summary>Removes a user.</summary>
    /// <exception cref="ConnectOperationException">The user could not be read or removed.</exception>
    public async Task<(StackOutcome Outcome, string? Message)> RemoveAsync(
        ConnectOperations operations, string userArn, Func<JsonObject, Task<bool>> confirm, CancellationToken cancellationToken)
    {
        JsonObject live;
        try
        {
            live = await operations.Resources.GetAsync(ResourceTypes.User, userArn, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.NotFound)
        {
            return (StackOutcome.None, "The user is gone already.");
        }

        if (StackOwnership.OwnerOf(live) is var present && present != owner)
        {
            return (StackOutcome.Skipped, present is null
                ? $"The user does not carry the tag of the stack '{owner}' any more."
                : $"The user belongs to the stack '{present}' now.");
        }

        if (!await confirm(live).ConfigureAwait(false))
        {
            return (StackOutcome.Skipped, "The removal was not confirmed.");
        }

        var result = await operations.Remover
            .RemoveAsync(userArn, clientToken: null, wait: true, ignoreNotFound: true, item: null, cancellationToken).ConfigureAwait(false);
        return result.Status == UserWriteStatus.AlreadyGone
            ? (StackOutcome.None, "The user is gone already.")
            : (StackOutcome.Removed, null);
    }
}
