namespace AwsccConnect;

/// <summary>A fault rule: which calls it hits and what it does to them.</summary>
public sealed class SimulatorFault
{
    /// <summary>A name to remove the rule by; optional.</summary>
    public string? Name { get; init; }

    /// <summary>Operation of Cloud Control or Amazon Connect, with * and ? as wildcards, any case.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>
    /// Username or identifier of the user the call is about (or, of a call about a request that has none, the request token), with * and ? as
    /// wildcards, any case. "*" also hits calls about no user.
    /// </summary>
    public string User { get; init; } = "*";

    /// <summary>Resource type name, with wildcards; "*" also hits calls without one.</summary>
    public string TypeName { get; init; } = "*";

    /// <summary>What happens.</summary>
    public required SimulatorFaultKind Kind { get; init; }

    /// <summary>Probability that a matching call is hit, 0-1. Drawn from the simulator's seed.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Number of matching calls that are let through first.</summary>
    public int Skip { get; init; }

    /// <summary>Number of matching calls after <see cref="Skip"/> that the rule may hit; null for no end.</summary>
    public int? Count { get; init; }

    /// <summary>HTTP status for <see cref="SimulatorFaultKind.Http5xx"/>, 500-599.</summary>
    public int StatusCode { get; init; } = 503;

    /// <summary>Delay for <see cref="SimulatorFaultKind.Slow"/>, 0-3,600,000 ms.</summary>
    public int Milliseconds { get; init; } = 1000;

    /// <summary>HandlerErrorCode of <see cref="SimulatorFaultKind.HandlerError"/> and <see cref="SimulatorFaultKind.HalfApplied"/>.</summary>
    public string ErrorCode { get; init; } = "ServiceInternalError";

    /// <summary>Exception of the service model for <see cref="SimulatorFaultKind.Exception"/>, e.g. HandlerFailureException.</summary>
    public string ExceptionName { get; init; } = "ServiceInternalErrorException";

    /// <summary>The message; null for a standard one.</summary>
    public string? Message { get; init; }

    /// <summary>Number of calls that matched so far.</summary>
    public int Matches { get; internal set; }

    /// <summary>Number of calls that were hit so far.</summary>
    public int Hits { get; internal set; }

    internal bool ActsInHandler => Kind is SimulatorFaultKind.HandlerError or SimulatorFaultKind.HalfApplied or SimulatorFaultKind.NotApplied;

    /// <inheritdoc />
    public override string ToString() => $"{Name ?? "fault"}: {Kind} on {Operation} of {User}";
}
