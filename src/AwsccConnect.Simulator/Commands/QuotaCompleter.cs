namespace AwsccConnect.Simulator.Commands;

/// <summary>Completes quotas: those that AWS documents, or a hashtable with one to change.</summary>
internal sealed class QuotaCompleter : WordCompleter
{
    protected override IReadOnlyList<(string Word, string Text)> Values =>
    [
        ("Aws", "Aws"),
        ("CreateUser", "@{ CreateUser = '2/5' }"),
        ("DeleteUser", "@{ DeleteUser = '2/5' }"),
        ("DescribeUser", "@{ DescribeUser = '10/20' }"),
        ("UpdateUser*", "@{ 'UpdateUser*' = '2/5' }"),
        ("Users", "@{ Users = 500 }"),
    ];
}
