using System.Security;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Options of publishing, besides those of the plan.</summary>
internal sealed record StackPublishOptions
{
    /// <summary>Whether users of the stack that are not in the file are removed.</summary>
    public bool Prunes { get; init; }

    /// <summary>Removals that are allowed; null for <see cref="RemovalGuard.DefaultMaximum"/>.</summary>
    public int? MaximumRemovals { get; init; }

    /// <summary>Whether nothing is changed and only the planned changes are reported (-WhatIf).</summary>
    public bool IsWhatIf { get; init; }

    /// <summary>Writes in progress at most; 1 or more.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>Gives the password of a new user, and whether it was made for it; throws where it breaks the policy.</summary>
    public required Func<StackUser, (SecureString? Password, bool IsGenerated)> PasswordFor { get; init; }

    /// <summary>Called before each write; false skips it.</summary>
    public required Func<StackStep, Task<bool>> Confirm { get; init; }

    /// <summary>Called for each user of the plan; from several threads.</summary>
    public required Func<StackStepResult, Task> Report { get; init; }

    /// <summary>Called with the reason when removals are refused.</summary>
    public required Func<Exception, Task> RefuseRemovals { get; init; }
}
