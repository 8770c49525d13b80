using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Requests whose outcome is unknown, and reads that fail in the middle of a command.</summary>
public static class OutcomeCases
{
    private const string Group = "Final states that do not show what was done";

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
           select Handler($"FAILED with {code} though the user was created", "CreateResource", SimulatorFaultKind.HalfApplied, code, once: true, Success() with { IsNewRequest = true }),
        Handler("FAILED with NotStabilized though the user was created", "CreateResource", SimulatorFaultKind.HalfApplied, "NotStabilized", once: true, Success() with { IsPatient = true }),
        ReadAfterWrite("AccessDenied when the changed user is read back", "AccessDeniedException", 400, Error("AccessDenied", ErrorCategory.PermissionDenied, Aftermath.Done)),
        ReadAfterWrite("ServiceInternalError when the changed user is read back, each time", "ServiceInternalErrorException", 500, Error("ServiceInternalError", ErrorCategory.ResourceUnavailable, Aftermath.Done) with { Hits = 6 }),
        Created("SUCCESS without the user's properties", model => model.Remove("ResourceModel"), Success()),
        Created("SUCCESS with properties that are no JSON", model => model["ResourceModel"] = "{\"Username\"", Success()),
        Created("SUCCESS without the user's properties, and it may not be read", model => model.Remove("ResourceModel"), Error("AccessDenied", ErrorCategory.PermissionDenied, Aftermath.Done),
            new ProxyFault("GetResource", ProxyActions.Exception("AccessDeniedException", 400)) { HitsEveryone = true, IsScenery = true }),
        ReadBeforeWrite("AccessDenied before the change", "AccessDeniedException", 400, Error("AccessDenied", ErrorCategory.PermissionDenied)),
        ReadBeforeWrite("ServiceInternalError before the change, each time", "ServiceInternalErrorException", 500, Error("ServiceInternalError", ErrorCategory.ResourceUnavailable) with { Hits = 6 }),
    ];

    private static FaultCase Handler(string fault, string operation, SimulatorFaultKind kind, string code, bool once, FaultExpectation expected) => new(Group, fault, operation)
    {
        SimulatorFault = new SimulatorFault
        {
            Operation = operation, User = FaultCase.Struck, Kind = kind, ErrorCode = code.Length > 0 ? code : "ServiceInternalError", Count = once ? 1 : null,
        },
        Expected = expected,
    };

    private static FaultCase Created(string fault, Action<JsonObject> edit, FaultExpectation expected, params IEnumerable<ProxyFault> more) => new(
        Group,
        fault,
        "GetResourceRequestStatus",
        [new ProxyFault("GetResourceRequestStatus", ProxyActions.EditJson(response => edit(response["ProgressEvent"]!.AsObject()))), .. more])
    {
        HandlerSeconds = 0,
        Expected = expected,
    };

    private static FaultCase ReadAfterWrite(string fault, string name, int status, FaultExpectation expected) => ReadBeforeWrite(fault, name, status, expected, skip: 1);

    private static FaultCase ReadBeforeWrite(string fault, string name, int status, FaultExpectation expected, int skip = 0) =>
        new(Group, fault, "GetResource", new ProxyFault("GetResource", ProxyActions.Exception(name, status)) { Skip = skip })
        {
            Command = FaultCommand.Change,
            Expected = expected,
        };
}
