using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Core.Operations;

/// <summary>One run of a command, in all Regions that it works in.</summary>
internal sealed class CommandRun
{
    public required CommandCancellation Stop { get; init; }

    public required ICallObserver Observer { get; init; }

    /// <summary>The writes that were accepted and not yet seen to end.</summary>
    public InFlightRequests InFlight { get; init; } = new();

    /// <summary>The client tokens of a run that may be started again (-RunId); null for fresh tokens.</summary>
    public DeterministicClientTokens? Tokens { get; init; }

    /// <summary>Writes what the command changes to a change log; null for none.</summary>
    public ChangeRecorder? Changes { get; init; }

    /// <summary>How long one user's work may take, retries and waiting included. Default 600 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Reads and polls in flight at most; 1 or more. Default 16.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>Reads in flight at most for the names of one type of resources; the pacer sets the rate of the calls. Default 8.</summary>
    public int NameReads { get; init; } = 8;

    /// <summary>The users that the command has created: one user is the result of one row, not of two.</summary>
    public IdentifierSet Claimed { get; } = new();
}
