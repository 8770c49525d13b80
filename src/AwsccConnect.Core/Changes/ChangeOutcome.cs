namespace AwsccConnect.Core.Changes;

/// <summary>What became of a change.</summary>
internal enum ChangeOutcome
{
    /// <summary>It was about to be sent; a command that was killed leaves it so.</summary>
    Started,

    /// <summary>AWS has accepted it, and the command did not wait (-NoWait).</summary>
    Accepted,

    /// <summary>It was made.</summary>
    Done,

    /// <summary>It failed. Of an update a part may have been made.</summary>
    Failed,

    /// <summary>The command was stopped, or lost the connection, before the end was known.</summary>
    Unknown,
}
