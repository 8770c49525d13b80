namespace AwsccConnect.Core.Changes;

/// <summary>The changes of one user that are to be undone.</summary>
/// <param name="Records">The changes, newest first; at least one.</param>
/// <param name="UserArn">The ARN that the log has for the user last; null for none.</param>
/// <param name="MadeAgain">The ARNs that the user has got since, by being created again, each with those that it had before.</param>
/// <param name="Undone">What of the changes is undone already.</param>
internal sealed record UserUndo(IReadOnlyList<ChangeRecord> Records, string? UserArn, IReadOnlyDictionary<string, IReadOnlySet<string>> MadeAgain, UndoneParts Undone)
{
    /// <summary>The user for messages.</summary>
    public string Label => Records[0].Label;

    /// <summary>The name that a profile or group had when the log was written; null where the log has none.</summary>
    public string? NameOf(string arn) => Records.Select(record => record.Names?.GetValueOrDefault(arn)).FirstOrDefault(name => name is not null);
}
