namespace AwsccConnect.Binding.Completers;

/// <summary>Completes keys of tags: those of the users that the command line names, else those of some users of the instance.</summary>
internal sealed class TagKeyCompleter : LookupCompleter
{
    private const int UsersAtMost = 30;

    protected override async Task<IReadOnlyList<Candidate>> FindAsync(LookupScope scope, CancellationToken cancellationToken)
    {
        var users = await UserSample.ReadAsync(scope, UsersAtMost, cancellationToken).ConfigureAwait(false);
        return
        [
            .. users.SelectMany(user => user["Tags"] as JsonArray ?? [])
                .GroupBy(tag => tag?["Key"]?.ToString() ?? string.Empty, StringComparer.Ordinal)
                .Select(tags => new Candidate(tags.Key, $"{tags.Key}: {string.Join(", ", tags.Select(tag => tag?["Value"]?.ToString()).Distinct().Take(5))}")),
        ];
    }
}
