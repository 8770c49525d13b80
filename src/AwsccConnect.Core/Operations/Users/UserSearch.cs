using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// Finds users by name among those that are there now. Cloud Control lists users without their names, but a user keeps its
/// name: each is read once, and a later search reads only those that have come since.
/// </summary>
internal sealed class UserSearch(ConnectResources directory, ResourceReader reader)
{
    private const int ReadsAtOnce = 8;

    private readonly KeyedLock _lock = new();
    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);

    /// <summary>Finds a user.</summary>
    /// <exception cref="ConnectOperationException">Users could not be read.</exception>
    public async Task<string?> FindAsync(string instanceArn, string username, CancellationToken cancellationToken)
    {
        using var userLock = await _lock.AcquireAsync(string.Empty, cancellationToken).ConfigureAwait(false);
        var listed = new List<string>();
        await foreach (var arn in directory.ListUserArnsAsync(instanceArn, cancellationToken).ConfigureAwait(false))
        {
            listed.Add(arn);
        }

        await foreach (var read in BulkStream.RunAsync(UnknownOf(listed), ReadsAtOnce, BulkOrder.AsFinished, ReadAsync, cancellationToken).ConfigureAwait(false))
        {
            _names[read.Item] = read.Error is null ? read.Result : throw read.Error;
        }

        return listed.Find(arn => username.Equals(_names.GetValueOrDefault(arn), StringComparison.OrdinalIgnoreCase));
    }

    private async IAsyncEnumerable<string> UnknownOf(List<string> arns)
    {
        foreach (var arn in arns.Where(arn => !_names.ContainsKey(arn)).ToList())
        {
            yield return arn;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private async Task<string?> ReadAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            var user = await reader.GetAsync(ResourceTypes.User, arn, cancellationToken, NotFoundPolicy.RetryListed).ConfigureAwait(false);
            return user["Username"]?.ToString();
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.NotFound)
        {
            // Removed between the list and the read.
            return null;
        }
    }
}
