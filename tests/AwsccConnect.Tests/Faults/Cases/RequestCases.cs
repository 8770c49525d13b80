using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Commands on requests that were sent before: waiting for them, reading and listing them, cancelling too late.</summary>
public static class RequestCases
{
    /// <summary>Heading of the table.</summary>
    public const string Group = "Requests that are waited for, read and listed";

    private static readonly (string Fault, Func<ProxyExchange, Task> Do, string Id, ErrorCategory Category, int? Hits)[] Passing =
    [
        ("ThrottlingException", ProxyActions.Exception("ThrottlingException", 400), "Throttling", ErrorCategory.LimitsExceeded, null),
        ("ServiceInternalErrorException", ProxyActions.Exception("ServiceInternalErrorException", 500), "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("Connection reset", ProxyActions.ResetBefore, "NetworkFailure", ErrorCategory.ConnectionError, 6),
        ("No JSON", ProxyActions.BodyInstead("ProgressEvent=1"), "InvalidResponse", ErrorCategory.ProtocolError, 6),
    ];

    private static readonly (FaultCommand Command, string Operation)[] Commands =
    [
        (FaultCommand.Await, "GetResourceRequestStatus"),
        (FaultCommand.ReadRequests, "GetResourceRequestStatus"),
        (FaultCommand.ListRequests, "ListResourceRequests"),
    ];

    private static readonly FaultCommand[] Questions = [FaultCommand.Await, FaultCommand.ReadRequests];

    /// <summary>The cases.</summary>
    public static IEnumerable<FaultCase> All =>
    [
        .. from item in Passing from command in Commands select Case($"{item.Fault}, once", command, item.Do, Success(), count: 1),
        .. from item in Passing from command in Commands
           select Case($"{item.Fault}, each time", command, item.Do, Error(item.Id, item.Category) with { Hits = item.Hits }) with { TimeoutSeconds = item.Hits is null ? 6 : 120 },
        .. from command in Commands
           select Case("AccessDeniedException", command, ProxyActions.Exception("AccessDeniedException", 400), Error("AccessDenied", ErrorCategory.PermissionDenied)),
        .. from command in Commands
           select Case("ExpiredTokenException", command, ProxyActions.Exception("ExpiredTokenException", 403), Error("InvalidCredentials", ErrorCategory.AuthenticationError) with { EndsCommand = true }),
        .. from command in Questions
           select Status("A request token that AWS does not know", command, ProxyActions.Exception("RequestTokenNotFoundException", 400), Error("RequestTokenNotFound", ErrorCategory.ObjectNotFound)),
        .. from command in Questions select Status("An empty object", command, ProxyActions.BodyInstead("{}"), Error("InvalidResponse", ErrorCategory.ProtocolError)),
        .. from command in Questions select Status("No request token", command, ProxyActions.Replace("\"RequestToken\":\"[^\"]*\",?", string.Empty), Success() with { IsPatient = true }),
        Status("FAILED", FaultCommand.Await, Ended("FAILED\",\"ErrorCode\":\"ServiceLimitExceeded"), Error("ServiceLimitExceeded", ErrorCategory.LimitsExceeded)),
        Status("FAILED", FaultCommand.ReadRequests, Ended("FAILED\",\"ErrorCode\":\"ServiceLimitExceeded"), Success() with { IsPatient = true }),
        Status("CANCEL_COMPLETE", FaultCommand.Await, Ended("CANCEL_COMPLETE"), Error("RequestCancelled", ErrorCategory.OperationStopped)),
        Status("CANCEL_COMPLETE", FaultCommand.ReadRequests, Ended("CANCEL_COMPLETE"), Success() with { IsPatient = true }),
        List("A page token that comes again and again", page => page["NextToken"] = "same", Endless with { Hits = 2, Output = 3 }),
        List("Page tokens without end, the pages empty", page =>
        {
            page["ResourceRequestStatusSummaries"] = new JsonArray();
            page["NextToken"] = Guid.NewGuid().ToString();
        }, Endless with { Hits = 101, Output = 0 }),
        List("Page tokens without end, the pages alike", page => page["NextToken"] = Guid.NewGuid().ToString(), Endless with { Hits = 102, Output = 3 }),
        List("Requests twice on a page, and one without a token", page =>
        {
            var all = page["ResourceRequestStatusSummaries"]!.AsArray();
            all.Add(all[0]!.DeepClone());
            all.Add(new JsonObject());
        }, Success() with { Output = 3, IsPatient = true }),
        new(Group, "The request has ended before it is cancelled", "CancelResourceRequest")
        {
            HandlerSeconds = 0,
            Expected = Error("RequestHasEnded", ErrorCategory.InvalidOperation) with { Hits = 0, IsForEveryone = true, IsPatient = true },
        },
    ];

    private static FaultExpectation Endless => Error("InvalidResponse", ErrorCategory.ProtocolError) with { Says = ListCases.Endlessly };

    private static Func<ProxyExchange, Task> Ended(string status) => ProxyActions.Replace("\"OperationStatus\":\"[^\"]*", $"\"OperationStatus\":\"{status}");

    private static FaultCase Status(string fault, FaultCommand command, Func<ProxyExchange, Task> action, FaultExpectation expected) =>
        Case(fault, (command, "GetResourceRequestStatus"), action, expected);

    private static FaultCase List(string fault, Action<JsonObject> edit, FaultExpectation expected) => Case(
        fault,
        (FaultCommand.ListRequests, "ListResourceRequests"),
        ProxyActions.WithoutNextToken(ProxyActions.EditJson(edit)),
        expected);

    private static FaultCase Case(
        string fault, (FaultCommand Command, string Operation) at, Func<ProxyExchange, Task> action, FaultExpectation expected, int? count = null) => new(Group, fault, at.Operation, new ProxyFault(at.Operation, action) { Count = count })
    {
        Command = at.Command,
        HandlerSeconds = 0,
        // A list that ends well has all three.
        Expected = at.Command == FaultCommand.ListRequests && expected is { ErrorId: null, Output: null } ? expected with { Output = 3 } : expected,
    };
}
