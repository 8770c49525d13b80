namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// How a change of one user ended without an error. The user is as it is now, where it was read or AWS returned it whole; the request is one
/// that the command does not wait for.
/// </summary>
internal sealed record UserWriteResult(UserWriteStatus Status, ConnectUser? User, ConnectUserRequest? Request)
{
    /// <summary>What the user should know of a change that was made; null for nothing.</summary>
    public string? Warning { get; init; }
}
