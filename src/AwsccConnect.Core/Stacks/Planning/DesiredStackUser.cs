using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>A user of the file while the plan is made.</summary>
internal sealed class DesiredStackUser(StackUser user, int index)
{
    private int _isSettled;

    public StackUser User => user;

    /// <summary>Its number in the file, from 0.</summary>
    public int Index => index;

    /// <summary>ARN of the user; null where the row has none.</summary>
    public string? UserArn => user.Row.Identifier;

    /// <summary>Username; null where the row has none.</summary>
    public string? Username => user.Row.Username;

    /// <summary>The desired values, with ARNs instead of names and without reserved tags; null until they are known.</summary>
    public UserChanges? Changes { get; set; }

    /// <summary>Why nothing can be done for the user, whatever AWS has; null where something can.</summary>
    public ConnectOperationException? Failure { get; set; }

    /// <summary>Whether <see cref="Failure"/> is one of reading.</summary>
    public bool IsFault { get; set; }

    /// <summary>Whether the user was found, or its absence.</summary>
    public bool IsSettled => Volatile.Read(ref _isSettled) == 1;

    /// <summary>Marks the user as found or as absent.</summary>
    public bool Settle() => Interlocked.Exchange(ref _isSettled, 1) == 0;

    /// <summary>The item of the user, as far as the file determines it.</summary>
    public StackPlanItem ToItem(StackUserStatus status, StackScope? scope) =>
        new() { Status = status, User = user, Index = index, Scope = scope, Username = Username, UserArn = UserArn };

    /// <summary>The item of a user that nothing can be done for.</summary>
    public StackPlanItem ToBlocked(ConnectOperationException failure, StackScope? scope, bool isFault = false) =>
        ToItem(StackUserStatus.Blocked, scope) with { Failure = failure, IsFault = isFault };

    /// <summary>The item of a user that an earlier one of the file is too.</summary>
    public StackPlanItem ToDuplicate(DesiredStackUser first, StackScope scope) => ToBlocked(
        new(ErrorIds.DuplicateUser, $"{user.Row} is the same user as {first.User.Row}.", "Take one of the two out of the file."), scope);
}
