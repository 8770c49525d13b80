using System.Management.Automation;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Calls that fail with an exception: each of the service model and those common to all AWS services.</summary>
public static class ExceptionCases
{
    private const string Group = "Calls that return an exception";

    /// <summary>The operations that commands call.</summary>
    internal static readonly string[] Operations =
        ["CreateResource", "UpdateResource", "DeleteResource", "GetResource", "ListResources", "GetResourceRequestStatus", "ListResourceRequests", "CancelResourceRequest"];

    private static readonly (string Name, int Status, string Id, ErrorCategory Category, int? Hits)[] Exceptions =
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

    /// <summary>The cases.</summary>
    public static IEnumerable<FaultCase> All =>
    [
        .. from item in Exceptions from operation in Operations select ForGood(item.Name, item.Status, item.Id, item.Category, item.Hits, operation),
        .. from item in Exceptions where item.Hits != 1 from operation in Operations select Once(item.Name, item.Status, operation),
    ];

    private static FaultCase ForGood(string name, int status, string id, ErrorCategory category, int? hits, string operation) => new(
        Group, hits == 1 ? name : $"{name}, each time", operation, new ProxyFault(operation, ProxyActions.Exception(name, status)))
    {
        TimeoutSeconds = hits is null ? 6 : 120,
        // Without a list the requests are polled one by one, so its failure is not reported.
        Expected = operation == "ListResourceRequests"
            ? Success() with { Hits = hits == 1 ? 1 : null }
            : Error(id, category, operation == "GetResourceRequestStatus" ? Aftermath.Done : Aftermath.Untouched) with
            {
                Hits = hits,
                Says = name == "RequestTokenNotFoundException" && operation is "GetResourceRequestStatus" or "CancelResourceRequest" ? "AWS has no request" : $"said {name}",
            },
    };

    private static FaultCase Once(string name, int status, string operation) =>
        new(Group, $"{name}, once", operation, new ProxyFault(operation, ProxyActions.Exception(name, status)) { Count = 1 });
}
