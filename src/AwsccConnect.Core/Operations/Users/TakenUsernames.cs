using System.Collections.Concurrent;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// Which usernames new users cannot have, before a request is sent. The existing users are those of Amazon Connect's
/// list; without it they are left to the service, since each would have to be read for its name.
/// </summary>
internal sealed class TakenUsernames(ConnectLists lists, CommandRun run)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ConcurrentDictionary<string, string?>>>> _byInstance = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes a username. The result is the error where a user has it, else null. Throws <see cref="ErrorIds.AlreadyExists"/> where an earlier input of the
    /// command has it.
    /// </summary>
    public async Task<ConnectOperationException?> TakeAsync(string instanceArn, string username, CancellationToken cancellationToken)
    {
        var taken = await _byInstance.GetOrAdd(instanceArn, arn => new(() => Task.Run(() => ListAsync(arn), CancellationToken.None))).Value
            .WaitAsync(cancellationToken).ConfigureAwait(false);
        if (taken.TryAdd(username, null))
        {
            return null;
        }

        return taken[username] is { } arn
            ? new(ErrorIds.AlreadyExists, $"'{username}' exists already ({arn}).")
            : throw new ConnectOperationException(ErrorIds.AlreadyExists, $"An earlier row has the username '{username}' too.", "Remove one of the rows.");
    }

    private async Task<ConcurrentDictionary<string, string?>> ListAsync(string instanceArn)
    {
        // A run that is started again finds what it has created itself.
        var users = run.Tokens is null ? await lists.TryListAsync(ConnectResourceKind.User, instanceArn, run.Stop.Stopping).ConfigureAwait(false) : null;
        return new((users ?? []).Where(user => user.Name is not null).Select(user => KeyValuePair.Create(user.Name!, (string?)user.Arn)), StringComparer.OrdinalIgnoreCase);
    }
}
