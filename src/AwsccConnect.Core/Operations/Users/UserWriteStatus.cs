namespace AwsccConnect.Core.Operations.Users;

/// <summary>What a write did.</summary>
internal enum UserWriteStatus
{
    /// <summary>The change was made.</summary>
    Done,

    /// <summary>AWS has accepted the change and carries it out.</summary>
    Accepted,

    /// <summary>There was nothing to change.</summary>
    Unchanged,

    /// <summary>The user was gone already.</summary>
    AlreadyGone,

    /// <summary>The person at the console, or -WhatIf, declined.</summary>
    Declined,
}
