namespace AwsccConnect.Core.Stacks;

/// <summary>How a user stands to the stack before anything is written.</summary>
public enum StackUserStatus
{
    /// <summary>The user has everything that is wanted.</summary>
    InSync,

    /// <summary>The user is wanted and does not exist.</summary>
    Missing,

    /// <summary>The user exists with other values.</summary>
    Different,

    /// <summary>The user belongs to the stack and is no longer wanted.</summary>
    Extra,

    /// <summary>AWS cannot make the change, or the stack may not; the message says what to do.</summary>
    Blocked,
}
