using AwsccConnect.Tests.Faults.Proxy;

namespace AwsccConnect.Tests.Faults;

/// <summary>One row of the matrix: a fault, where it strikes, and how that has to end.</summary>
/// <param name="Group">Heading of the table the row belongs to.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Operation">The Cloud Control operation that it strikes.</param>
/// <param name="Faults">What the proxy does.</param>
public sealed record FaultCase(string Group, string Fault, string Operation, params IReadOnlyList<ProxyFault> Faults)
{
    /// <summary>Username of the user whose calls are struck.</summary>
    public const string Struck = "struck";

    private readonly FaultCommand? _command;
    private readonly double? _handlerSeconds;

    /// <summary>The command that is run. Default: the one that meets a fault of the operation first.</summary>
    public FaultCommand Command { get => _command ?? CommandOf(Operation); init => _command = value; }

    /// <summary>How it has to end. Default: with success.</summary>
    public FaultExpectation Expected { get; init; } = FaultExpectation.Success();

    /// <summary>What the simulator does; its <see cref="SimulatorFault.User"/> is <see cref="Struck"/>.</summary>
    public SimulatorFault? SimulatorFault { get; init; }

    /// <summary>Seconds that each user's work may take.</summary>
    public int TimeoutSeconds { get; init; } = 120;

    /// <summary>Seconds that a handler of the simulator works on a write. Default: what a fault of the operation needs.</summary>
    public double HandlerSeconds { get => _handlerSeconds ?? HandlerSecondsOf(Operation); init => _handlerSeconds = value; }

    /// <summary>More parameters of the command.</summary>
    public string Parameters { get; init; } = string.Empty;

    /// <summary>Variables that <see cref="Parameters"/> uses.</summary>
    public IReadOnlyList<(string Name, object? Value)> Variables { get; init; } = [];

    /// <summary>Endpoint instead of the proxy's.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Whether the command changes nothing.</summary>
    public bool IsReading => Command is FaultCommand.Read or FaultCommand.List or FaultCommand.Await or FaultCommand.ReadRequests or FaultCommand.ListRequests;

    /// <summary>Whether the command is about requests that others have sent.</summary>
    public bool IsAboutRequests => Command is FaultCommand.Cancel or FaultCommand.Await or FaultCommand.ReadRequests or FaultCommand.ListRequests;

    /// <summary>The row's name in a test report.</summary>
    public string Name => $"{Group}: {Fault}; {Operation} of {Command}";

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A case without a fault.</summary>
    public static FaultCase WarmUp(FaultCommand command) => new("Warm-up", "None", "GetResource")
    {
        Command = command,
        Expected = FaultExpectation.Success(0),
        HandlerSeconds = command == FaultCommand.Cancel ? HandlerSecondsOf("CancelResourceRequest") : 0,
    };

    /// <summary>The command that meets a fault of an operation first.</summary>
    public static FaultCommand CommandOf(string operation) => operation switch
    {
        "CreateResource" or "GetResourceRequestStatus" or "*" => FaultCommand.Create,
        "UpdateResource" => FaultCommand.Change,
        "DeleteResource" => FaultCommand.Remove,
        "GetResource" => FaultCommand.Read,
        "ListResources" => FaultCommand.List,
        "ListResourceRequests" => FaultCommand.CreateMany,
        "CancelResourceRequest" => FaultCommand.Cancel,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No command is known that calls it."),
    };

    /// <summary>Seconds that handlers run when a fault applies to an operation: only while they run is the status polled or a request cancelled.</summary>
    private static double HandlerSecondsOf(string operation) => operation switch
    {
        "GetResourceRequestStatus" or "ListResourceRequests" => 0.2,
        "CancelResourceRequest" => 300,
        _ => 0,
    };
}
