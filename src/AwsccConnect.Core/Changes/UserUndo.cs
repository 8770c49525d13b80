namespace AwsccConnect.Core.Changes;

/// <summary>The changes of one user that are to be undone.</summary>
/// <param name="Records">The changes, newest first; at least one.</param>
/// <param name="UserArn">The ARN that the log has for the user last; null for none.</param>
/// <param name="MadeAgain">ARNs that the user has got since, by being made again.</param>
/// <param name="Undone">What of the changes is undone already.</param>
internal sealed record UserUndo(IReadOnlyList<ChangeRecord> Records, string? UserArn, IReadOnlySet<string> MadeAgain, UndoneParts Undone)
{
    /// <summary>The user for messages.</summary>
    public string Label => Records[0].Label;
}
