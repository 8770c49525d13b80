using System.Net;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>How one user stands to the stack, and what it takes to change that. It keeps no more of the live user than is needed.</summary>
internal sealed record StackPlanItem : IPasswordOwner
{
    /// <summary>How the user stands to the stack.</summary>
    public required StackUserStatus Status { get; init; }

    /// <summary>The desired user; null where there is none.</summary>
    public StackUser? User { get; init; }

    /// <summary>The user's number in the file, from 0; users that are not in it come last.</summary>
    public int Index { get; init; } = int.MaxValue;

    /// <summary>The scope of the user; null where it is not known.</summary>
    public StackScope? Scope { get; init; }

    /// <summary>Username; null where neither the file nor AWS has it.</summary>
    public string? Username { get; init; }

    /// <summary>ARN of the user; null while it does not exist.</summary>
    public string? UserArn { get; init; }

    /// <summary>The properties that are not as desired.</summary>
    public IReadOnlyList<StackDifference> Differences { get; init; } = [];

    /// <summary>Why the user is blocked; null otherwise.</summary>
    public ConnectOperationException? Failure { get; init; }

    /// <summary>Whether <see cref="Failure"/> is one of reading, which another run may not meet, rather than of the desired state.</summary>
    public bool IsFault { get; init; }

    /// <summary>What else there is to say; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>What a missing user is to be created with, names resolved, the ownership tag included.</summary>
    public UserChanges? Creation { get; init; }

    /// <summary>The missing user's name and generated password, once it is made; null for none.</summary>
    public NetworkCredential? Generated { get; set; }

    /// <summary>The change of a user that differs.</summary>
    public UserUpdate? Update { get; init; }

    /// <summary>The operations of <see cref="Update"/>, one line each, where they were requested.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>The user as it is, where that was requested and it has the desired state.</summary>
    public ConnectUser? Live { get; init; }

    public string Label => Username ?? UserArn ?? User?.Source ?? "(unknown)";

    public override string ToString() => $"{Label} {Status}";
}
