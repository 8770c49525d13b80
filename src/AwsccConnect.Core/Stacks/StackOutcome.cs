namespace AwsccConnect.Core.Stacks;

/// <summary>What publishing or removing a stack did to a user.</summary>
public enum StackOutcome
{
    /// <summary>Nothing was to be done, or no change was requested.</summary>
    None,

    /// <summary>The user was created.</summary>
    Created,

    /// <summary>The user was changed.</summary>
    Updated,

    /// <summary>The user was removed.</summary>
    Removed,

    /// <summary>The change was tried and failed; an error was written.</summary>
    Failed,

    /// <summary>The change was not tried; the message has the reason.</summary>
    Skipped,
}
