namespace AwsccConnect.Binding.Completers;

/// <summary>Completes usernames: of the first 200 users, since Cloud Control cannot search them.</summary>
internal sealed class UsernameCompleter : LookupCompleter
{
    private const int UsersAtMost = 200;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Candidate>> FindAsync(LookupScope scope, CancellationToken cancellationToken)
    {
        var users = await UserSample.ReadAsync(scope, UsersAtMost, cancellationToken).ConfigureAwait(false);
        return [.. users.Select(user => new Candidate(user["Username"]?.ToString() ?? string.Empty, user["UserArn"]?.ToString()))];
    }
}
