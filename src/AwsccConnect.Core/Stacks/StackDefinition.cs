namespace AwsccConnect.Core.Stacks;

/// <summary>A desired state of users, read from a manifest or roster.</summary>
internal sealed class StackDefinition
{
    /// <summary>Name of the stack, 1-256 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The environment it was read for; null for none.</summary>
    public string? Environment { get; init; }

    public string? Description { get; init; }

    public required string Path { get; init; }

    /// <summary>AWS Region of users that name none; null for the session's.</summary>
    public string? Region { get; init; }

    /// <summary>The users, in the order of the file. No two of them are the same user.</summary>
    public IReadOnlyList<StackUser> Users { get; init; } = [];

    /// <summary>
    /// Users of a manifest whose <c>if</c> is false here: they are neither created nor changed nor removed. Only what identifies each is
    /// about is certain; the rest of the row may be incomplete.
    /// </summary>
    public IReadOnlyList<StackUser> SkippedUsers { get; init; } = [];

    /// <summary>The users of the file that could not be read, each with its location. While there are any, nothing is removed.</summary>
    public IReadOnlyList<ConnectOperationException> Errors { get; init; } = [];

    public IReadOnlyList<string> UnknownColumns { get; init; } = [];

    /// <summary>How many rows without a cell that has a text were skipped.</summary>
    public int BlankRows { get; init; }

    /// <summary>What of the file was left out, in one line; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The value of the ownership tag of this stack's users.</summary>
    public string Owner => StackOwnership.ValueFor(Name, Environment);
}
