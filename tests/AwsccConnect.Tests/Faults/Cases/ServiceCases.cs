using System.Management.Automation;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.Cases.FaultCases;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>What the service itself does: exceptions, requests that fail, outcomes that are unknown, keys that it refuses.</summary>
internal static class ServiceCases
{
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

    private static readonly (string Name, int Status, string Id, ErrorCategory Category, int? Hits)[] ExceptionNames =
    [
        ("AlreadyExistsException", 400, "AlreadyExists", ErrorCategory.ResourceExists, 1),
        ("ClientTokenConflictException", 400, "ClientTokenConflict", ErrorCategory.InvalidOperation, 1),
        ("GeneralServiceException", 400, "GeneralServiceException", ErrorCategory.NotSpecified, 1),
        ("InvalidRequestException", 400, "InvalidRequest", ErrorCategory.InvalidArgument, 1),
        ("NotStabilizedException", 400, "NotStabilized", ErrorCategory.ResourceUnavailable, 1),
        ("NotUpdatableException", 400, "NotUpdatable", ErrorCategory.InvalidOperation, 1),
        ("PrivateTypeException", 400, "PrivateType", ErrorCategory.NotImplemented, 1),
        ("RequestTokenNotFoundException", 400, "RequestTokenNotFound", ErrorCategory.ObjectNotFound, 1),
        ("ResourceNotFoundException", 400, "NotFound", ErrorCategory.ObjectNotFound, 1),
        ("ServiceLimitExceededException", 400, "ServiceLimitExceeded", ErrorCategory.LimitsExceeded, 1),
        ("TypeNotFoundException", 400, "TypeNotFound", ErrorCategory.NotImplemented, 1),
        ("UnsupportedActionException", 400, "UnsupportedAction", ErrorCategory.NotImplemented, 1),
        ("AccessDeniedException", 400, "AccessDenied", ErrorCategory.PermissionDenied, 1),
        ("ValidationException", 400, "InvalidRequest", ErrorCategory.InvalidArgument, 1),
        ("HandlerFailureException", 500, "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("HandlerInternalFailureException", 500, "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("NetworkFailureException", 500, "NetworkFailure", ErrorCategory.ConnectionError, 6),
        ("ServiceInternalErrorException", 500, "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("InternalFailure", 500, "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("ServiceUnavailable", 503, "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("ThrottlingException", 400, "Throttling", ErrorCategory.LimitsExceeded, null),
        ("ConcurrentModificationException", 500, "ConcurrentModification", ErrorCategory.ResourceBusy, null),
        ("ConcurrentOperationException", 400, "ConcurrentOperation", ErrorCategory.ResourceBusy, null),
        ("ResourceConflictException", 400, "ResourceConflict", ErrorCategory.ResourceBusy, null),
    ];

    private static readonly string[] Refusals =
    [
        "ExpiredTokenException", "InvalidCredentialsException", "UnrecognizedClientException", "InvalidSignatureException", "MissingAuthenticationTokenException",
        "IncompleteSignature", "RequestExpired", "OptInRequired",
    ];

    /// <summary>Requests that AWS accepts and then ends as FAILED, with each HandlerErrorCode.</summary>
    public static IEnumerable<FaultCase> Failed =>
    [
        .. from code in Codes from operation in Writes
           select Handler($"FAILED with {code.Code}{(code.Hits == 1 ? "" : ", each time")}", operation, SimulatorFaultKind.HandlerError, code.Code, message: $"said {code.Code}")
               .Failing(code.Code, code.Category, code.Hits) with { IsNewRequest = code.Hits != 1, Says = $"said {code.Code}" },
        .. from code in Codes where code.Hits != 1 from operation in Writes
           select Handler($"FAILED with {code.Code}, once", operation, SimulatorFaultKind.HandlerError, code.Code, count: 1) with { IsNewRequest = true },
    ];

    /// <summary>Calls that fail with an exception: each of the service model and those common to all AWS services.</summary>
    public static IEnumerable<FaultCase> Exceptions =>
    [
        .. from item in ExceptionNames from operation in AllOperations let exception = Wire(
               item.Hits == 1 ? item.Name : $"{item.Name}, each time", operation, ProxyAction.Exception(item.Name, item.Status))
           // Without a list the requests are polled one by one, so its failure is not reported.
           select operation == "ListResourceRequests" ? exception with { Hits = item.Hits == 1 ? 1 : null, TimeoutSeconds = item.Hits is null ? 6 : 120 } : exception.Failing(item.Id, item.Category, item.Hits) with
           {
               Says = item.Id == "RequestTokenNotFound" && operation is "GetResourceRequestStatus" or "CancelResourceRequest" ? "AWS has no request" : $"said {item.Name}",
           },
        .. from item in ExceptionNames where item.Hits != 1 from operation in AllOperations
           select Wire($"{item.Name}, once", operation, ProxyAction.Exception(item.Name, item.Status), count: 1),
    ];

    /// <summary>Requests whose outcome is unknown, and reads that fail in the middle of a command.</summary>
    public static IEnumerable<FaultCase> Outcomes =>
    [
        .. from code in new[] { "Throttling", "ServiceInternalError" } select Half($"FAILED with {code} after half the update", "UpdateResource", code) with { IsNewRequest = true },
        .. from code in new[] { "AccessDenied", "NotStabilized" }
           select Handler($"FAILED with {code} after half the update", "UpdateResource", SimulatorFaultKind.HalfApplied, code)
               .Failing("UpdateHalfApplied", ErrorCategory.InvalidResult) with { After = Aftermath.Half },
        Handler("SUCCESS, but nothing was changed", "UpdateResource", SimulatorFaultKind.NotApplied).Failing("UpdateNotApplied", ErrorCategory.InvalidResult),
        .. from code in new[] { "Throttling", "ServiceInternalError" } select Half($"FAILED with {code} though the user is gone", "DeleteResource", code) with { IsNewRequest = true },
        .. from code in new[] { "GeneralServiceException", "NotStabilized" } select Half($"FAILED with {code} though the user is gone", "DeleteResource", code) with { IsPatient = true },
        .. from code in new[] { "Throttling", "ServiceInternalError", "NetworkFailure" }
           select Half($"FAILED with {code} though the user was created", "CreateResource", code) with { IsNewRequest = true },
        Half("FAILED with NotStabilized though the user was created", "CreateResource", "NotStabilized") with { IsPatient = true },
        ReadOfChange("AccessDenied when the changed user is read back", "AccessDeniedException", skip: 1).Failing("AccessDenied", ErrorCategory.PermissionDenied) with { After = Aftermath.Done },
        ReadOfChange("ServiceInternalError when the changed user is read back, each time", "ServiceInternalErrorException", skip: 1)
            .Failing("ServiceInternalError", ErrorCategory.ResourceUnavailable, 6) with { After = Aftermath.Done },
        Created("SUCCESS without the user's properties", model => model.Remove("ResourceModel")),
        Created("SUCCESS with properties that are no JSON", model => model["ResourceModel"] = "{\"Username\""),
        Created("SUCCESS without the user's properties, and it may not be read", model => model.Remove("ResourceModel"),
            new ProxyFault("GetResource", ProxyAction.Exception("AccessDeniedException")) { HitsEveryone = true, IsScenery = true }).Failing("AccessDenied", ErrorCategory.PermissionDenied),
        ReadOfChange("AccessDenied before the change", "AccessDeniedException").Failing("AccessDenied", ErrorCategory.PermissionDenied),
        ReadOfChange("ServiceInternalError before the change, each time", "ServiceInternalErrorException").Failing("ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
    ];

    /// <summary>Keys that AWS refuses, from the start or in the middle of a run.</summary>
    public static IEnumerable<FaultCase> Keys =>
    [
        // The message has the remedy for the clock and the keys; the command ends, since every user would fail in the same way.
        .. from name in Refusals from operation in Awaited
           select Wire(
               name == "ExpiredTokenException" ? "ExpiredTokenException in mid-run" : name,
               operation,
               ProxyAction.Exception(name, name == "InvalidCredentialsException" ? 400 : 403))
               .Failing("InvalidCredentials", ErrorCategory.AuthenticationError, name == "RequestExpired" ? 2 : 1) with { EndsCommand = true, Says = $"said {name}" },
        .. from name in new[] { "RequestTimeTooSkewed", "InvalidSignatureException" } from command in UserCommands select Skewed(name, command),
        .. from operation in Awaited
           select new FaultCase("ExpiredTokenException in mid-run, of keys that can be renewed", operation, new ProxyFault(operation, ProxyAction.Exception("ExpiredTokenException", 403))
           {
               When = call => call.AccessKey == "AKIDFAULTSISSUED1",
           }) { Parameters = "-Credential $renewable" },
    ];

    private static FaultCase Handler(string fault, string operation, SimulatorFaultKind kind, string code = "ServiceInternalError", int? count = null, string? message = null) => new(fault, operation)
    {
        SimulatorFault = new SimulatorFault { Operation = operation, User = FaultCase.Struck, Kind = kind, ErrorCode = code, Count = count, Message = message },
    };

    private static FaultCase Half(string fault, string operation, string code) => Handler(fault, operation, SimulatorFaultKind.HalfApplied, code, count: 1);

    private static FaultCase Created(string fault, Action<JsonObject> edit, params IEnumerable<ProxyFault> more) => new(
        fault,
        "GetResourceRequestStatus",
        [new ProxyFault("GetResourceRequestStatus", ProxyAction.EditJson(response => edit(response["ProgressEvent"]!.AsObject()))), .. more]) { HandlerSeconds = 0 };

    private static FaultCase ReadOfChange(string fault, string exception, int skip = 0) =>
        Wire(fault, "GetResource", ProxyAction.Exception(exception, exception == "AccessDeniedException" ? 400 : 500), skip: skip) with { Command = FaultCommand.Change };

    /// <summary>The service's clock is an hour ahead; calls that are signed by it are taken.</summary>
    private static FaultCase Skewed(string name, FaultCommand command)
    {
        var ahead = TimeSpan.FromHours(1);
        return new FaultCase(
            $"This machine's clock is an hour slow ({name})",
            "*",
            new ProxyFault("*", ProxyAction.Exception(name, 403, "Signature expired: 20261123T193000Z is now earlier than 20261123T203000Z", ahead))
            {
                HitsEveryone = true, When = call => (DateTimeOffset.UtcNow + ahead - call.SignedAt).Duration() > TimeSpan.FromMinutes(5),
            },
            new ProxyFault("*", ProxyAction.Dated(ahead)) { HitsEveryone = true, IsScenery = true })
        {
            Command = command,
            // One at a time, so that the first call is the one that learns the time.
            Parameters = "-ThrottleLimit 1",
        };
    }
}
