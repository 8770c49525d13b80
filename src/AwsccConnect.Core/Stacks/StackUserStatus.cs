namespace AwsccConnect.Core.Stacks;

/// <summary>How a user stands to the stack before anything is written.</summary>
public enum StackUserStatus
{
    /// <summary>The user has the desired state.</summary>
    InSync,

    /// <summary>The user is in the file and does not exist.</summary>
    Missing,

    /// <summary>The user exists with other values.</summary>
    Different,

    /// <summary>The stack owns the user, and the user is not in the file.</summary>
    Extra,

    /// <summary>AWS cannot make the change, or the stack may not; the message has what to do.</summary>
    Blocked,
}
