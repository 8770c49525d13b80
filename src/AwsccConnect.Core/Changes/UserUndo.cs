namespace AwsccConnect.Core.Changes;

/// <summary>
/// The changes of one user that are to be undone. The records, at least one, are newest first; the ARN is the last that the log has;
/// <c>MadeAgain</c> has the ARNs that the user has got since, by being created again, each with those that it had before.
/// </summary>
internal sealed record UserUndo(IReadOnlyList<ChangeRecord> Records, string? UserArn, IReadOnlyDictionary<string, IReadOnlySet<string>> MadeAgain, UndoneParts Undone)
{
    public string Label => Records[0].Label;

    /// <summary>The name that a profile or group had when the log was written; null where the log has none.</summary>
    public string? NameOf(string arn) => Records.Select(record => record.Names?.GetValueOrDefault(arn)).FirstOrDefault(name => name is not null);
}
