using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>Serialises the changes of one user across all commands of the session.</summary>
internal static class UserLocks
{
    private static readonly KeyedLock Locks = new();

    /// <summary>Waits for the turn of a user.</summary>
    /// <param name="userArn">ARN of the user.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The turn; dispose to give it up.</returns>
    public static ValueTask<IDisposable> AcquireAsync(string userArn, CancellationToken cancellationToken) =>
        Locks.AcquireAsync(userArn, cancellationToken);
}
