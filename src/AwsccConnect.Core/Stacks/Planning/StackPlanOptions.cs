namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Options of a plan.</summary>
internal sealed record StackPlanOptions
{
    /// <summary>ARN, id or alias of an instance to search for users that are not in the file, besides the instances of the file; null for none.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>The Region given to the command; null for none.</summary>
    public string? Region { get; init; }

    /// <summary>Whether users of the stack that are not in the file are looked for. Without it only what the desired users need is read.</summary>
    public bool FindsExtras { get; init; }

    /// <summary>Whether existing users are taken into the stack, those of other stacks too.</summary>
    public bool Adopts { get; init; }

    /// <summary>Whether changes are to be refused where another client has changed the same since the plan was made.</summary>
    public bool IfUnchanged { get; init; }

    /// <summary>Whether users that have the desired state are kept with it, and changed ones are read back.</summary>
    public bool KeepsUsers { get; init; }

    /// <summary>Whether the operations of updates are kept as text.</summary>
    public bool KeepsOperations { get; init; }

    /// <summary>Reads in flight at most in an instance; 1 or more.</summary>
    public int Parallelism { get; init; } = 16;
}
