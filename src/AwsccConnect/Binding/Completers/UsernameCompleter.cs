namespace AwsccConnect.Binding.Completers;

/// <summary>Completes usernames: from Amazon Connect's list; of the first 200 users where only Cloud Control can be used, whose users have to be read.</summary>
internal sealed class UsernameCompleter : LookupCompleter
{
    private const int ReadsAtMost = 200;

    protected override async Task<IReadOnlyList<Candidate>> FindAsync(LookupScope scope, CancellationToken cancellationToken)
    {
        if (scope.Users.Count == 0 && await TryListAsync(scope, cancellationToken).ConfigureAwait(false) is { } listed)
        {
            return listed;
        }

        var users = await UserSample.ReadAsync(scope, ReadsAtMost, cancellationToken).ConfigureAwait(false);
        return [.. users.Select(user => new Candidate(user["Username"]?.ToString() ?? string.Empty, user["UserArn"]?.ToString()))];
    }

    private static async Task<List<Candidate>?> TryListAsync(LookupScope scope, CancellationToken cancellationToken)
    {
        var found = new List<Candidate>();
        foreach (var instance in await scope.InstancesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await scope.Operations.Lists.TryListAsync(ConnectResourceKind.User, instance, cancellationToken).ConfigureAwait(false) is not { } users)
            {
                return null;
            }

            found.AddRange(users.Select(user => new Candidate(user.Name ?? string.Empty, user.Arn)));
        }

        return found;
    }
}
