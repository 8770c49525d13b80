namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>What became of a user.</summary>
internal sealed record StackStepResult(StackPlanItem Item, StackOutcome Outcome)
{
    /// <summary>Why it failed or was not tried; null otherwise.</summary>
    public Exception? Error { get; init; }

    /// <summary>Whether <see cref="Error"/> is to be reported for this user; one that is reported once for many is not.</summary>
    public bool ReportsError { get; init; } = true;

    /// <summary>What else there is to say; null for nothing.</summary>
    public string? Message { get; init; }

    /// <summary>The user as it is now, where it was read or AWS returned it.</summary>
    public ConnectUser? User { get; init; }

    public ConnectUserStackResult ToResult(StackDefinition stack)
    {
        var failure = Error as ConnectOperationException ?? Item.Failure;
        return new ConnectUserStackResult
        {
            Stack = stack.Owner,
            Username = Item.Username,
            Status = Item.Status,
            Outcome = Outcome,
            Differences = new DifferenceList<StackDifference>([.. Item.Differences]),
            Message = Message
                ?? (Error is null or ConnectOperationException ? null : Error.Message)
                ?? (failure is null ? Item.Note : $"{failure.Message} {failure.Remedy}".TrimEnd()),
            ErrorId = failure?.ErrorId,
            UserArn = User?.UserArn ?? Item.UserArn,
            InstanceArn = Item.Scope?.InstanceArn,
            Region = Item.Scope?.Operations.Region,
            Source = Item.User?.Source,
        };
    }
}
