using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>Serialises the changes of one user across all commands of the session.</summary>
internal static class UserLocks
{
    private static readonly KeyedLock Locks = new();

    /// <summary>Waits for the lock of a user.</summary>
    public static ValueTask<IDisposable> AcquireAsync(string userArn, CancellationToken cancellationToken) =>
        Locks.AcquireAsync(userArn, cancellationToken);
}
