namespace AwsccConnect.Core.Changes;

/// <summary>
/// A change of one user, one line of a change log. It is written before the change is sent, and again with the outcome: of the lines
/// with one id the last one counts.
/// </summary>
internal sealed record ChangeRecord
{
    public required string Id { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>CREATE, UPDATE or DELETE.</summary>
    public required string Operation { get; init; }

    public required ChangeOutcome Outcome { get; set; }

    /// <summary>Id of the error; null for none.</summary>
    public string? ErrorId { get; set; }

    public string? Command { get; init; }

    /// <summary>The account of the operating system and the machine.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The profile of the AWS configuration files; null where the command line or environment names none.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Id of the run: -RunId, else one that was made for it.</summary>
    public string? RunId { get; init; }

    /// <summary>Cloud Control's request token; null before AWS has accepted a request.</summary>
    public string? RequestToken { get; set; }

    public string? Region { get; init; }

    public string? InstanceArn { get; init; }

    /// <summary>ARN of the user; null for a new one that AWS has not named yet.</summary>
    public string? UserArn { get; set; }

    public string? Username { get; init; }

    /// <summary>Ids of the changes that this one undoes.</summary>
    public IReadOnlyList<string> UndoOf { get; init; } = [];

    /// <summary>
    /// What of each updated user's change it undoes, by id of the change: JSON Pointers of properties, with the key of the element for
    /// those of sets. All of it for a change that is not in it, and for null.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? UndoParts { get; init; }

    public required IReadOnlyList<PropertyChange> Changes { get; set; }

    /// <summary>The names that the session knew for the profiles and groups in <see cref="Changes"/>, by ARN; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <summary>The user for messages and for finding what belongs to one user: a user that was removed and made again has another ARN.</summary>
    internal string Label => Username ?? UserArn ?? "(no username)";

    /// <summary>Whether it is an UPDATE: users are created and removed as a whole.</summary>
    internal bool IsUpdate => Operation is not ("CREATE" or "DELETE");

    /// <summary>Ids of what can be undone by itself; the empty one alone for the whole user.</summary>
    internal IEnumerable<string> Parts => IsUpdate ? Changes.SelectMany(change => change.Parts()).Select(part => part.Id) : [string.Empty];

    /// <summary>Whether the live state alone shows if it was made.</summary>
    internal bool IsUncertain => Outcome is not (ChangeOutcome.Done or ChangeOutcome.Failed);
}
