namespace AwsccConnect.Binding.Completers;

/// <summary>Completes quotas of the simulator: those that AWS documents, or a hashtable with one to change.</summary>
internal sealed class QuotaCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Candidate> Candidates(CompletionRequest request) =>
    [
        new("Aws", "Aws: the quotas that AWS documents"),
        .. new[] { ("CreateUser", "'2/5'"), ("DescribeUser", "'10/20'"), ("'UpdateUser*'", "'2/5'"), ("DeleteUser", "'2/5'"), ("Users", "500") }
            .Select(quota => new Candidate(quota.Item1.Trim('\''), null, $"@{{ {quota.Item1} = {quota.Item2} }}")),
    ];
}
