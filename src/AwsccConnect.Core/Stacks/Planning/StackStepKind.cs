namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>What publishing does to a user.</summary>
internal enum StackStepKind
{
    /// <summary>The user is created.</summary>
    Create,

    /// <summary>The user is changed.</summary>
    Update,

    /// <summary>The user is removed.</summary>
    Remove,
}
