namespace AwsccConnect.Core.Operations.Users;

/// <summary>How a change of one user ended without an error.</summary>
/// <param name="Status">What happened.</param>
/// <param name="User">The user as it now is, where it was read or AWS returned it whole.</param>
/// <param name="Request">The accepted request, when the command does not wait.</param>
internal sealed record UserWriteResult(UserWriteStatus Status, ConnectUser? User, ConnectUserRequest? Request)
{
    /// <summary>What the user should know of a change that was made; null for nothing.</summary>
    public string? Warning { get; init; }
}
