using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Core.Stacks.Teardown;

/// <summary>What is asked of taking a stack down.</summary>
internal sealed record StackUnpublishOptions
{
    /// <summary>ARN, id or alias of an instance to look in, beside those of the file; null for none.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>AWS Region; null for that of the rows, the file or the session.</summary>
    public string? Region { get; init; }

    /// <summary>Removals that are allowed; null for <see cref="RemovalGuard.DefaultMaximum"/>.</summary>
    public int? MaximumRemovals { get; init; }

    /// <summary>Whether it is only told what would be done.</summary>
    public bool IsWhatIf { get; init; }

    /// <summary>Calls in work at most; 1 or more.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>Asked once, with all users that would be removed, by name; false leaves them all.</summary>
    public required Func<IReadOnlyList<StackPlanItem>, Task<bool>> Confirm { get; init; }

    /// <summary>Told of each user of the stack.</summary>
    public required Func<StackStepResult, Task> Report { get; init; }

    /// <summary>Told why nobody is removed.</summary>
    public required Func<Exception, Task> RefuseRemovals { get; init; }
}
