using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// Finds users of an instance by username. Cloud Control lists users without their names, so every user is read once
/// for a whole run; a search for a single name ends at the first match.
/// </summary>
internal sealed class UsernameIndex(ConnectResources directory, ResourceReader reader, int parallelism)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Task<IReadOnlyDictionary<string, string>>> _byInstance = new(StringComparer.Ordinal);

    /// <summary>Finds a user.</summary>
    /// <exception cref="ConnectOperationException">Users could not be read.</exception>
    public async Task<string?> FindAsync(string instanceArn, string username, CancellationToken cancellationToken)
    {
        Task<IReadOnlyDictionary<string, string>> index;
        lock (_gate)
        {
            if (!_byInstance.TryGetValue(instanceArn, out index!) || index.IsFaulted || index.IsCanceled)
            {
                _byInstance[instanceArn] = index = Task.Run(() => BuildAsync(instanceArn, cancellationToken), CancellationToken.None);
            }
        }

        var users = await index.WaitAsync(cancellationToken).ConfigureAwait(false);
        return users.GetValueOrDefault(username);
    }

    /// <summary>The error for a username that no user has.</summary>
    public static ConnectOperationException NotFound(string instanceArn, string username) => new(
        ErrorIds.NotFound,
        $"No user '{username}' was found in {ServiceText.Shorten(instanceArn)}.",
        "Check the username and the instance; list the users with Get-ConnectUser -Username with wildcards.");

    private async Task<IReadOnlyDictionary<string, string>> BuildAsync(string instanceArn, CancellationToken cancellationToken)
    {
        var users = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var reads = BulkStream.RunAsync(
            directory.ListUserArnsAsync(instanceArn, cancellationToken),
            parallelism,
            BulkOrder.AsFinished,
            (arn, token) => reader.GetAsync(ResourceTypes.User, arn, token, NotFoundPolicy.RetryListed),
            cancellationToken);
        await foreach (var read in reads.ConfigureAwait(false))
        {
            // A user removed between the list and the read is no longer there to be found.
            if (read.Error is ConnectOperationException { ErrorId: ErrorIds.NotFound })
            {
                continue;
            }

            if (read.Error is not null)
            {
                throw read.Error;
            }

            if (JsonText.StringOf(read.Result!["Username"]) is { } name)
            {
                users[name] = read.Item;
            }
        }

        return users;
    }
}
