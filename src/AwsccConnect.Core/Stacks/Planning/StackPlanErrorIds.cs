namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>The error ids of planning and carrying out a stack; they appear as <c>FullyQualifiedErrorId</c>.</summary>
public static class StackPlanErrorIds
{
    /// <summary>The user carries the ownership tag of another stack.</summary>
    public const string OwnedByOtherStack = "OwnedByOtherStack";

    /// <summary>Two entries of the file are the same user.</summary>
    public const string DuplicateUser = "DuplicateUser";

    /// <summary>More users would be removed than is allowed; none was.</summary>
    public const string TooManyRemovals = "TooManyRemovals";

    /// <summary>The file has no users, so that every user of the stack would be removed; none was.</summary>
    public const string EmptyStack = "EmptyStack";

    /// <summary>The file or the live users could not be read completely, so that it is not certain which users are not in the file; no user was removed.</summary>
    public const string IncompleteStack = "IncompleteStack";
}
