using System.Management.Automation;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Requests that AWS accepts and then ends as FAILED, with each HandlerErrorCode.</summary>
public static class HandlerErrorCases
{
    private const string Group = "Requests that AWS ends as FAILED";

    private static readonly string[] Writes = ["CreateResource", "UpdateResource", "DeleteResource"];

    private static readonly (string Code, ErrorCategory Category, int? Hits)[] Codes =
    [
        ("NotUpdatable", ErrorCategory.InvalidOperation, 1),
        ("InvalidRequest", ErrorCategory.InvalidArgument, 1),
        ("AccessDenied", ErrorCategory.PermissionDenied, 1),
        ("UnauthorizedTaggingOperation", ErrorCategory.PermissionDenied, 1),
        ("InvalidCredentials", ErrorCategory.AuthenticationError, 1),
        ("AlreadyExists", ErrorCategory.ResourceExists, 1),
        ("NotFound", ErrorCategory.ObjectNotFound, 1),
        ("ServiceLimitExceeded", ErrorCategory.LimitsExceeded, 1),
        ("NotStabilized", ErrorCategory.ResourceUnavailable, 1),
        ("GeneralServiceException", ErrorCategory.NotSpecified, 1),
        ("ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("InternalFailure", ErrorCategory.ResourceUnavailable, 6),
        ("ServiceTimeout", ErrorCategory.OperationTimeout, 6),
        ("NetworkFailure", ErrorCategory.ConnectionError, 6),
        ("Throttling", ErrorCategory.LimitsExceeded, null),
        ("ResourceConflict", ErrorCategory.ResourceBusy, null),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<FaultCase> All =>
    [
        .. from code in Codes from operation in Writes select ForGood(code.Code, code.Category, code.Hits, operation),
        .. from code in Codes where code.Hits != 1 from operation in Writes select Once(code.Code, operation),
    ];

    private static FaultCase ForGood(string code, ErrorCategory category, int? hits, string operation) => new(Group, hits == 1 ? $"FAILED with {code}" : $"FAILED with {code}, each time", operation)
    {
        SimulatorFault = new() { Operation = operation, User = FaultCase.Struck, Kind = SimulatorFaultKind.HandlerError, ErrorCode = code, Message = $"said {code}" },
        TimeoutSeconds = hits is null ? 6 : 120,
        Expected = Error(code, category) with { Hits = hits, IsNewRequest = hits != 1, Says = $"said {code}" },
    };

    private static FaultCase Once(string code, string operation) => new(Group, $"FAILED with {code}, once", operation)
    {
        SimulatorFault = new() { Operation = operation, User = FaultCase.Struck, Kind = SimulatorFaultKind.HandlerError, ErrorCode = code, Count = 1 },
        Expected = Success() with { IsNewRequest = true },
    };
}
