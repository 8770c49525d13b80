namespace AwsccConnect.Core.Operations.Users;

/// <summary>The users that a command has created: one user is the result of one row, not of two. Safe from any thread.</summary>
internal sealed class ClaimedUsers
{
    private readonly object _gate = new();
    private readonly IdentifierSet _users = new();

    /// <summary>Claims a user for a row.</summary>
    public bool TryClaim(string userArn)
    {
        lock (_gate)
        {
            return _users.Add(userArn);
        }
    }
}
