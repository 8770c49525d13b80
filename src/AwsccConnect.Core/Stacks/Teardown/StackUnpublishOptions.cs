using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Core.Stacks.Teardown;

/// <summary>Options of taking a stack down.</summary>
internal sealed record StackUnpublishOptions
{
    /// <summary>ARN, id or alias of an instance to look in, beside those of the file; null for none.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>AWS Region; null for that of the rows, the file or the session.</summary>
    public string? Region { get; init; }

    /// <summary>Removals that are allowed; null for <see cref="RemovalGuard.DefaultMaximum"/>.</summary>
    public int? MaximumRemovals { get; init; }

    /// <summary>Whether nothing is changed and only the planned changes are reported (-WhatIf).</summary>
    public bool IsWhatIf { get; init; }

    /// <summary>Calls in progress at most; 1 or more.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>Called once, with all users that would be removed, by name; false keeps them all.</summary>
    public required Func<IReadOnlyList<StackPlanItem>, Task<bool>> Confirm { get; init; }

    /// <summary>Called for each user of the stack.</summary>
    public required Func<StackStepResult, Task> Report { get; init; }

    /// <summary>Called with the reason when removals are refused.</summary>
    public required Func<Exception, Task> RefuseRemovals { get; init; }
}
