using System.Management.Automation;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.Cases.FaultCases;
using static AwsccConnect.Tests.Faults.Cases.WireCases;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Lists of users, and commands on requests that were sent before: waiting for them, reading and listing them, cancelling too late.</summary>
internal static class ListCases
{
    /// <summary>The message for a list without end.</summary>
    public const string Endlessly = "does not end";

    private static readonly (string Fault, ProxyAction Action, string Id, ErrorCategory Category, int? Hits)[] Passing =
    [
        ("ThrottlingException", ProxyAction.Exception("ThrottlingException"), "Throttling", ErrorCategory.LimitsExceeded, null),
        ("ServiceInternalErrorException", ProxyAction.Exception("ServiceInternalErrorException", 500), "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("Connection reset", ProxyAction.ResetBefore, "NetworkFailure", ErrorCategory.ConnectionError, 6),
        ("No JSON", ProxyAction.BodyInstead("ProgressEvent=1"), "InvalidResponse", ErrorCategory.ProtocolError, 6),
    ];

    private static readonly FaultCommand[] Questions = [FaultCommand.Await, FaultCommand.ReadRequests];

    /// <summary>Pages of a list that do not end, repeat themselves, are empty or fail. The second instance has eight users on two pages of four.</summary>
    public static IEnumerable<FaultCase> Pages =>
    [
        .. Endless("ListResources", "ResourceDescriptions", listed: 5, before: 1),
        Page("Entries twice on a page and again on the next", ProxyAction.EditJson(page =>
        {
            var all = page["ResourceDescriptions"]!.AsArray();
            all.Add(all[0]!.DeepClone());
            all.Add(all[^2]!.DeepClone());
        })) with { Hits = 2, Output = 9, IsPatient = true },
        Page("Entries without an identifier", ProxyAction.EditJson(page =>
        {
            page["ResourceDescriptions"]!.AsArray().Add(new JsonObject());
            page["ResourceDescriptions"]!.AsArray().Add(new JsonObject { ["Identifier"] = "" });
        })) with { Hits = 2, Output = 9, IsPatient = true },
        Page("A page without entries that has a next one", ProxyAction.EmptyPageFirst) with { Hits = 3, Output = 9, IsPatient = true },
        Page("A page without the list of entries", ProxyAction.EditJson(page => page.Remove("ResourceDescriptions")), count: 1, skip: 1) with { Output = 5, IsPatient = true },
        Page("The token of the second page has expired", ProxyAction.Exception("InvalidRequestException"), skip: 1).Failing("InvalidRequest", ErrorCategory.InvalidArgument) with { Output = 5 },
        Page("The second page fails, once", ProxyAction.Exception("ServiceInternalErrorException", 500), count: 1, skip: 1) with { Output = 9 },
        Page("The second page fails, each time", ProxyAction.Exception("ServiceInternalErrorException", 500), skip: 1)
            .Failing("ServiceInternalError", ErrorCategory.ResourceUnavailable, 6) with { Output = 5 },
        Read("A listed user is removed before it is read", "ResourceNotFoundException") with { Output = 8, Hits = 3, IsPatient = true, IsLeftOut = true },
        Read("A listed user may not be read", "AccessDeniedException").Failing("AccessDenied", ErrorCategory.PermissionDenied) with { Output = 8 },
    ];

    /// <summary>Commands on requests that were sent before.</summary>
    public static IEnumerable<FaultCase> Requests =>
    [
        .. from item in Passing from command in OnRequests select Request($"{item.Fault}, once", command, item.Action, count: 1),
        .. from item in Passing from command in OnRequests select Request($"{item.Fault}, each time", command, item.Action).Failing(item.Id, item.Category, item.Hits),
        .. from command in OnRequests
           select Request("AccessDeniedException", command, ProxyAction.Exception("AccessDeniedException")).Failing("AccessDenied", ErrorCategory.PermissionDenied),
        .. from command in OnRequests
           select Request("ExpiredTokenException", command, ProxyAction.Exception("ExpiredTokenException", 403))
               .Failing("InvalidCredentials", ErrorCategory.AuthenticationError) with { EndsCommand = true },
        .. from command in Questions
           select Request("A request token that AWS does not know", command, ProxyAction.Exception("RequestTokenNotFoundException")).Failing("RequestTokenNotFound", ErrorCategory.ObjectNotFound),
        .. from command in Questions select Request("An empty object", command, ProxyAction.BodyInstead("{}")).Failing("InvalidResponse", ErrorCategory.ProtocolError),
        .. from command in Questions select Request("No request token", command, Without("RequestToken")) with { IsPatient = true },
        Request("FAILED", FaultCommand.Await, Quota).Failing("ServiceLimitExceeded", ErrorCategory.LimitsExceeded),
        Request("FAILED", FaultCommand.ReadRequests, Quota) with { IsPatient = true },
        Request("CANCEL_COMPLETE", FaultCommand.Await, With("OperationStatus", "CANCEL_COMPLETE")).Failing("RequestCancelled", ErrorCategory.OperationStopped),
        Request("CANCEL_COMPLETE", FaultCommand.ReadRequests, With("OperationStatus", "CANCEL_COMPLETE")) with { IsPatient = true },
        .. Endless("ListResourceRequests", "ResourceRequestStatusSummaries", listed: 3, before: 0)
            .Select(item => item with { Command = FaultCommand.ListRequests, HandlerSeconds = 0 }),
        Request("Requests twice on a page, and one without a token", FaultCommand.ListRequests, ProxyAction.EditJson(page =>
        {
            var all = page["ResourceRequestStatusSummaries"]!.AsArray();
            all.Add(all[0]!.DeepClone());
            all.Add(new JsonObject());
        })) with { IsPatient = true },
        new FaultCase("The request has ended before it is cancelled", "CancelResourceRequest") { HandlerSeconds = 0, IsForEveryone = true, IsPatient = true }
            .Failing("RequestHasEnded", ErrorCategory.InvalidOperation, 0),
    ];

    private static IEnumerable<FaultCommand> OnRequests => [.. Questions, FaultCommand.ListRequests];

    private static ProxyAction Quota => With("OperationStatus", "FAILED\",\"ErrorCode\":\"ServiceLimitExceeded");

    /// <summary>Lists that do not end.</summary>
    /// <param name="operation">The operation that lists.</param>
    /// <param name="entries">The member with the entries.</param>
    /// <param name="listed">Objects in the output when the first page was listed.</param>
    /// <param name="before">Objects in the output when it was not.</param>
    private static IEnumerable<FaultCase> Endless(string operation, string entries, int listed, int before)
    {
        (string Fault, Action<JsonObject> Edit, int Hits, int Output)[] lists =
        [
            ("A page token that comes again and again", page => page["NextToken"] = "same", 2, listed),
            ("Page tokens without end, the pages empty", page =>
            {
                page[entries] = new JsonArray();
                page["NextToken"] = Guid.NewGuid().ToString();
            }, 101, before),
            ("Page tokens without end, the pages alike", page => page["NextToken"] = Guid.NewGuid().ToString(), 102, listed),
        ];
        return from list in lists
               select Wire(list.Fault, operation, ProxyAction.EditJson(list.Edit).ToFirstPage())
                   .Failing("InvalidResponse", ErrorCategory.ProtocolError, list.Hits) with { Says = Endlessly, Output = list.Output };
    }

    private static FaultCase Page(string fault, ProxyAction action, int? count = null, int skip = 0) => Wire(fault, "ListResources", action, count, skip);

    private static FaultCase Read(string fault, string exception) => Wire(fault, "GetResource", ProxyAction.Exception(exception)) with { Command = FaultCommand.List };

    /// <summary>A list that ends well has all three requests.</summary>
    private static FaultCase Request(string fault, FaultCommand command, ProxyAction action, int? count = null) =>
        Wire(fault, command == FaultCommand.ListRequests ? "ListResourceRequests" : "GetResourceRequestStatus", action, count) with
        {
            Command = command,
            HandlerSeconds = 0,
            Output = command == FaultCommand.ListRequests ? 3 : null,
        };
}
