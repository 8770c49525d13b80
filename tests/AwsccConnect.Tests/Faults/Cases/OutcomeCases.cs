using System.Management.Automation;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults;

/// <summary>Requests whose end does not tell what was done, and reads that fail in the middle of a command.</summary>
public static class OutcomeCases
{
    private const string Group = "Ends that do not tell what was done";

    /// <summary>The cases.</summary>
    public static IEnumerable<FaultCase> All =>
    [
        Handler("FAILED with Throttling after half the update", "UpdateResource", SimulatorFaultKind.HalfApplied, "Throttling", once: true, Success() with { IsNewRequest = true }),
        Handler("FAILED with ServiceInternalError after half the update", "UpdateResource", SimulatorFaultKind.HalfApplied, "ServiceInternalError", once: true, Success() with { IsNewRequest = true }),
        Handler("FAILED with AccessDenied after half the update", "UpdateResource", SimulatorFaultKind.HalfApplied, "AccessDenied", once: false, Error("UpdateHalfApplied", ErrorCategory.InvalidResult, Aftermath.Half)),
        Handler("FAILED with NotStabilized after half the update", "UpdateResource", SimulatorFaultKind.HalfApplied, "NotStabilized", once: false, Error("UpdateHalfApplied", ErrorCategory.InvalidResult, Aftermath.Half)),
        Handler("SUCCESS, but nothing was changed", "UpdateResource", SimulatorFaultKind.NotApplied, "", once: false, Error("UpdateNotApplied", ErrorCategory.InvalidResult)),
        .. from code in new[] { "Throttling", "ServiceInternalError" }
           select Handler($"FAILED with {code} though the user is gone", "DeleteResource", SimulatorFaultKind.HalfApplied, code, once: true, Success() with { IsNewRequest = true }),
        .. from code in new[] { "GeneralServiceException", "NotStabilized" }
           select Handler($"FAILED with {code} though the user is gone", "DeleteResource", SimulatorFaultKind.HalfApplied, code, once: true, Success() with { IsPatient = true }),
        .. from code in new[] { "Throttling", "ServiceInternalError", "NetworkFailure" }
           select Handler($"FAILED with {code} though the user was created", "CreateResource", SimulatorFaultKind.HalfApplied, code, once: true, Error("AlreadyExists", ErrorCategory.ResourceExists, Aftermath.Done) with { IsNewRequest = true }),
        ReadBeforeWrite("AccessDenied before the change", "AccessDeniedException", 400, Error("AccessDenied", ErrorCategory.PermissionDenied)),
        ReadBeforeWrite("ServiceInternalError before the change, each time", "ServiceInternalErrorException", 500, Error("ServiceInternalError", ErrorCategory.ResourceUnavailable) with { Hits = 6 }),
    ];

    private static FaultCase Handler(string fault, string operation, SimulatorFaultKind kind, string code, bool once, FaultExpectation expected) => new()
    {
        Group = Group,
        Fault = fault,
        Operation = operation,
        Command = FaultCase.CommandOf(operation),
        SimulatorFault = new SimulatorFault
        {
            Operation = operation, User = FaultCase.Struck, Kind = kind, ErrorCode = code.Length > 0 ? code : "ServiceInternalError", Count = once ? 1 : null,
        },
        Expected = expected,
    };

    private static FaultCase ReadBeforeWrite(string fault, string name, int status, FaultExpectation expected) => new()
    {
        Group = Group,
        Fault = fault,
        Operation = "GetResource",
        Command = FaultCommand.Change,
        Faults = [new ProxyFault("GetResource", ProxyActions.Exception(name, status))],
        Expected = expected,
    };
}
