using System.Management.Automation;
using AwsccConnect.Tests.Faults.Proxy;

namespace AwsccConnect.Tests.Faults;

/// <summary>One row of the matrix: a fault, where it strikes, and how that has to end: with success, unless it is said to fail.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Operation">The Cloud Control operation that it strikes.</param>
/// <param name="Faults">What the proxy does.</param>
public sealed record FaultCase(string Fault, string Operation, params IReadOnlyList<ProxyFault> Faults)
{
    /// <summary>Username of the user whose calls are struck.</summary>
    public const string Struck = "struck";

    /// <summary>Heading of the table the row belongs to.</summary>
    public string Group { get; init; } = string.Empty;

    /// <summary>The command that is run. Default: the one that meets a fault of the operation first.</summary>
    public FaultCommand Command { get; init; } = FaultCommand.Of(Operation);

    /// <summary>What the simulator does; its <see cref="SimulatorFault.User"/> is <see cref="Struck"/>.</summary>
    public SimulatorFault? SimulatorFault { get; init; }

    /// <summary>Seconds that each user's work may take.</summary>
    public int TimeoutSeconds { get; init; } = 120;

    /// <summary>Seconds that a handler of the simulator works on a write. Default: only while it runs is the status polled or a request cancelled.</summary>
    public double HandlerSeconds { get; init; } = Operation switch
    {
        "GetResourceRequestStatus" or "ListResourceRequests" => 0.2,
        "CancelResourceRequest" => 300,
        _ => 0,
    };

    /// <summary>More parameters of the command; they may use <c>$renewable</c>, which are credentials that issue new keys.</summary>
    public string Parameters { get; init; } = string.Empty;

    /// <summary>Endpoint instead of the proxy's.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The error's id without the command's name; null for success.</summary>
    public string? ErrorId { get; private init; }

    /// <summary>The error's category.</summary>
    public ErrorCategory Category { get; private init; }

    /// <summary>What the message has to say besides.</summary>
    public string? Says { get; init; }

    /// <summary>What has become of the struck user.</summary>
    public Aftermath After { get; init; } = Aftermath.Done;

    /// <summary>How many calls the fault has hit; null where it is tried again until the time-out, which takes two at least.</summary>
    public int? Hits { get; init; } = 1;

    /// <summary>Whether what is sent again is a new request, with a client token of its own.</summary>
    public bool IsNewRequest { get; init; }

    /// <summary>Whether the response is taken as it is, so that nothing is sent again.</summary>
    public bool IsPatient { get; init; }

    /// <summary>Whether the struck user is left out without an error.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Objects in the output; null to derive it from the success of the affected user.</summary>
    public int? Output { get; init; }

    /// <summary>Whether the error ends the command, so that the other users are not begun.</summary>
    public bool EndsCommand { get; init; }

    /// <summary>Whether the other users meet the same fault.</summary>
    public bool IsForEveryone { get; init; }

    /// <summary>The row's name in a test report.</summary>
    public string Name => $"{Group}: {Fault}; {Operation} of {Command}";

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The same, ending in an error. Nothing was done to the user, unless the struck call was carried out or only read the state of a write.</summary>
    public FaultCase Failing(string id, ErrorCategory category, int? hits = 1) => this with
    {
        ErrorId = id,
        Category = category,
        Hits = hits,
        Output = null,
        TimeoutSeconds = hits is null ? 6 : TimeoutSeconds,
        After = Operation == "GetResourceRequestStatus" || Faults is [{ Action.IsCarriedOut: true }, ..] ? Aftermath.Done : Aftermath.Untouched,
    };
}
