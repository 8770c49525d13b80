using AwsccConnect.Core.Stacks;

namespace AwsccConnect;

/// <summary>
/// One user of a stack in a report: how it differs from the desired state and what was done about it. Flat, so that it exports to CSV and
/// HTML as it is.
/// </summary>
public sealed class ConnectUserStackResult
{
    /// <summary>The stack: its name, with <c>/environment</c> where it has one.</summary>
    public required string Stack { get; init; }

    /// <summary>Username; null where neither the file nor AWS has it.</summary>
    public string? Username { get; init; }

    /// <summary>How the user stood to the stack before anything was written.</summary>
    public StackUserStatus Status { get; init; }

    /// <summary>What was done.</summary>
    public StackOutcome Outcome { get; init; }

    /// <summary>The properties that were not as desired; for a missing user those it is to be created with.</summary>
    public DifferenceList<StackDifference> Differences { get; init; } = new([]);

    /// <summary>Why the user is blocked, failed or was skipped, with the remedy; null otherwise.</summary>
    public string? Message { get; init; }

    /// <summary>The error id that goes with the message; null without one.</summary>
    public string? ErrorId { get; init; }

    /// <summary>ARN of the user; null while it does not exist.</summary>
    public string? UserArn { get; init; }

    /// <summary>ARN of the instance.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>AWS Region, for example <c>eu-west-2</c>.</summary>
    public string? Region { get; init; }

    /// <summary>Where in the file the user is, such as <c>agents.csv:12</c>; null for a user that is no longer there.</summary>
    public string? Source { get; init; }

    /// <summary>Username and status.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Username ?? UserArn} {Status}";
}
