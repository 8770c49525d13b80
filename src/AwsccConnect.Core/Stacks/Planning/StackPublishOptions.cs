using System.Security;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>What is asked of publishing, beside the plan.</summary>
internal sealed record StackPublishOptions
{
    /// <summary>Whether users of the stack that are not in the file are removed.</summary>
    public bool Prunes { get; init; }

    /// <summary>Removals that are allowed; null for <see cref="RemovalGuard.DefaultMaximum"/>.</summary>
    public int? MaximumRemovals { get; init; }

    /// <summary>Whether it is only told what would be done.</summary>
    public bool IsWhatIf { get; init; }

    /// <summary>Writes in work at most; 1 or more.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>Gives the password of a new user, and whether it was made for it; throws where it breaks the policy.</summary>
    public required Func<StackUser, (SecureString? Password, bool IsGenerated)> PasswordFor { get; init; }

    /// <summary>Asked before each write; false leaves it out.</summary>
    public required Func<StackStep, Task<bool>> Confirm { get; init; }

    /// <summary>Told of each user that was looked at; from several threads.</summary>
    public required Func<StackStepResult, Task> Report { get; init; }

    /// <summary>Told why nobody is removed, where users would have been.</summary>
    public required Func<Exception, Task> RefuseRemovals { get; init; }
}
