using System.Management.Automation;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.Cases.FaultCases;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>What happens on the way: connections that break, and responses that are not those of the service.</summary>
internal static class WireCases
{
    private const string Html = "<!DOCTYPE html><html><body>Sign in to the network</body></html>";

    private static readonly (string Fault, ProxyAction Action)[] Breaks =
    [
        ("Connection reset before the call was taken", ProxyAction.ResetBefore),
        ("Connection reset after the call was carried out", ProxyAction.ResetAfter),
        ("Connection closed after the call was carried out", ProxyAction.CloseAfter),
        ("Half of the response body, then closed", ProxyAction.HalfBody),
    ];

    private static readonly (string Fault, ProxyAction Action)[] Delays =
    [
        ("The response arrives slowly, some bytes at a time", ProxyAction.Drip),
        ("The response comes late", ProxyAction.Late),
    ];

    private static readonly (string Fault, ProxyAction Action)[] Stalls =
    [
        ("No response, and the connection stays open", ProxyAction.Silence),
        ("Half of the response body, and the connection stays open", ProxyAction.HalfBodyThenSilence),
    ];

    /// <summary>The call is carried out; this comes instead of its response.</summary>
    private static readonly (string Fault, ProxyAction Action)[] Unreadable =
    [
        ("An HTML page with status 200", ProxyAction.BodyInstead(Html, "text/html")),
        ("JSON that ends too early", ProxyAction.BodyInstead("{\"ProgressEvent\":{\"TypeName\"")),
        ("No JSON", ProxyAction.BodyInstead("ProgressEvent=1")),
        ("A body with bytes overwritten", ProxyAction.Edit(response => response with { Body = [.. response.Body.Select((value, index) => index % 10 == 0 ? (byte)0xFF : value)] })),
        ("An empty body with status 200", ProxyAction.BodyInstead(string.Empty)),
        ("A JSON array", ProxyAction.BodyInstead("[]")),
        ("A JSON string", ProxyAction.BodyInstead("\"fine\"")),
        ("JSON null", ProxyAction.BodyInstead("null")),
        ("Members of other types", ProxyAction.BodyInstead("""{"ProgressEvent":[7],"ResourceDescription":true,"ResourceDescriptions":{"a":1},"NextToken":{},"ResourceRequestStatusSummaries":3}""")),
        ("A date that is none", ProxyAction.BodyInstead(
            """{"ProgressEvent":{"EventTime":"soon"},"ResourceDescription":{"Identifier":{}},"ResourceDescriptions":[1],"ResourceRequestStatusSummaries":[{"EventTime":"soon"}]}""")),
    ];

    /// <summary>A gateway responds itself.</summary>
    private static readonly (string Fault, int Status, string Body, string Type, string Id, ErrorCategory Category, int? Hits)[] Gateways =
    [
        .. from status in new[] { 500, 502, 503, 504 }
           from page in new[] { ("without a body", string.Empty, "text/plain"), ("with an HTML page", Html, "text/html") }
           select ($"{status} {page.Item1}", status, page.Item2, page.Item3, "ServiceInternalError", ErrorCategory.ResourceUnavailable, (int?)6),
        ("500 with JSON of another service", 500, "{\"error\":{\"code\":5}}", "application/json", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("429 with an HTML page", 429, Html, "text/html", "Throttling", ErrorCategory.LimitsExceeded, null),
        ("403 with an HTML page", 403, Html, "text/html", "InvalidResponse", ErrorCategory.ProtocolError, 1),
        ("404 with an HTML page", 404, Html, "text/html", "InvalidResponse", ErrorCategory.ProtocolError, 1),
        ("400 without a body", 400, "", "text/plain", "InvalidResponse", ErrorCategory.ProtocolError, 1),
        ("407 with an HTML page", 407, Html, "text/html", "InvalidResponse", ErrorCategory.ProtocolError, 1),
    ];

    private static readonly (string Fault, string Member)[] Properties =
    [
        ("No properties", string.Empty),
        ("Properties that are no JSON", ",\"Properties\":\"{\\\"Username\\\"\""),
        ("Properties that are an array", ",\"Properties\":\"[]\""),
        ("Properties that are null", ",\"Properties\":\"null\""),
    ];

    /// <summary>Connections that break, stall or lead nowhere.</summary>
    public static IEnumerable<FaultCase> Connections =>
    [
        .. from item in Breaks from operation in AllOperations select Wire($"{item.Fault}, once", operation, item.Action, count: 1),
        .. from item in Breaks from operation in AllOperations where operation != "ListResourceRequests"
           select Wire($"{item.Fault}, each time", operation, item.Action).Failing("NetworkFailure", ErrorCategory.ConnectionError, 6),
        .. from item in Delays from operation in AllOperations select Wire(item.Fault, operation, item.Action, count: 1) with { IsPatient = true },
        // A call is given up when the user's time-out passes, however long the connection stays open.
        .. from item in Stalls from operation in AllOperations where operation != "ListResourceRequests"
           select Wire(item.Fault, operation, item.Action).Failing("NetworkFailure", ErrorCategory.ConnectionError) with { TimeoutSeconds = 8 },
        // Requests are not kept waiting for a list.
        .. from item in Stalls select Wire(item.Fault, "ListResourceRequests", item.Action),
        .. from item in new[] { ("Connection refused", "http://127.0.0.1:1/"), ("The host's name cannot be resolved", "https://cloudcontrolapi.invalid/") }
           from command in UserCommands
           select new FaultCase(item.Item1, "*") { Command = command, Endpoint = item.Item2, IsForEveryone = true }.Failing("NetworkFailure", ErrorCategory.ConnectionError, 0),
    ];

    /// <summary>Responses that do not conform to the service model, and responses of proxies and gateways.</summary>
    public static IEnumerable<FaultCase> Responses =>
    [
        .. from item in Unreadable from operation in AllOperations select Wire($"{item.Fault}, once", operation, item.Action, count: 1),
        .. from item in Unreadable.Take(4) from operation in Awaited
           select Wire($"{item.Fault}, each time", operation, item.Action).Failing("InvalidResponse", ErrorCategory.ProtocolError, 6),
        .. from item in Gateways where item.Hits != 1 from operation in AllOperations
           select Wire($"{item.Fault}, once", operation, ProxyAction.RespondWith(item.Status, item.Body, item.Type), count: 1),
        // Responding each time takes seconds, and the retries are the same for all operations: three are enough.
        .. from item in Gateways from operation in item.Hits == 1 ? Awaited : ["CreateResource", "GetResource", "GetResourceRequestStatus"]
           select Wire(item.Hits == 1 ? item.Fault : $"{item.Fault}, each time", operation, ProxyAction.RespondWith(item.Status, item.Body, item.Type))
               .Failing(item.Id, item.Category, item.Hits) with { Says = item.Body == Html ? "Sign in to the network" : null },
        // A redirect is not followed: passwords and signatures are for the endpoint alone.
        .. from operation in Awaited select Wire("A redirect (307)", operation, ProxyAction.Redirect).Failing("InvalidResponse", ErrorCategory.ProtocolError),
        .. from operation in AllOperations
           select Wire("A valid response as text/plain", operation, ProxyAction.Edit(response => response.WithBody(response.Text, "text/plain")), count: 1) with { IsPatient = true },
    ];

    /// <summary>Responses that are JSON of the service model and yet lack or contradict what has to be there.</summary>
    public static IEnumerable<FaultCase> Shapes =>
    [
        .. from operation in Writes select Invalid("An empty object, each time", operation, ProxyAction.BodyInstead("{}")),
        .. from operation in Writes select Invalid("No request token", operation, Without("RequestToken")) with { HandlerSeconds = 0.2 },
        .. from operation in Writes select Taken("No status", operation, Without("OperationStatus")),
        .. from operation in Writes select Taken("A status that is not known", operation, With("OperationStatus", "RESTING")),
        Invalid("An empty object, each time", "GetResourceRequestStatus", ProxyAction.BodyInstead("{}")),
        Invalid("An empty object, each time", "CancelResourceRequest", ProxyAction.BodyInstead("{}")),
        Taken("No request token", "CancelResourceRequest", Without("RequestToken")),
        Taken("No status", "CancelResourceRequest", Without("OperationStatus")),
        Taken("A status that is not known", "CancelResourceRequest", With("OperationStatus", "RESTING")),
        Invalid("An empty object, each time", "GetResource", ProxyAction.BodyInstead("{}")),
        Invalid("SUCCESS without an identifier", "GetResourceRequestStatus", Finished("SUCCESS")),
        Failed("FAILED without a code", Without("ErrorCode"), "GeneralServiceException"),
        Failed("FAILED with a code that is not known", With("ErrorCode", "OutOfPatience"), "OutOfPatience"),
        Wire("CANCEL_COMPLETE", "GetResourceRequestStatus", Finished("CANCEL_COMPLETE")).Failing("RequestCancelled", ErrorCategory.OperationStopped),
        .. from item in Properties select Invalid(item.Fault, "GetResource", ProxyAction.BodyInstead(
            $$$"""{"TypeName":"AWS::Connect::User","ResourceDescription":{"Identifier":"arn:aws:connect:eu-west-2:123456789012:instance/i/agent/a"{{{item.Member}}}}}""")),
    ];

    /// <summary>A response without a member that is text.</summary>
    internal static ProxyAction Without(string member) => ProxyAction.Replace($"\"{member}\":\"[^\"]*\",?", string.Empty);

    /// <summary>A response with another text in a member.</summary>
    internal static ProxyAction With(string member, string value) => ProxyAction.Replace($"\"{member}\":\"[^\"]*\"", $"\"{member}\":\"{value}\"");

    private static ProxyAction Finished(string status) => ProxyAction.Edit(response => response.WithBody(
        $$$"""{"ProgressEvent":{"TypeName":"AWS::Connect::User","Operation":"CREATE","OperationStatus":"{{{status}}}","RequestToken":"{{{ProxiedCall.Member("RequestToken", response.Text)}}}"}}"""));

    private static FaultCase Invalid(string fault, string operation, ProxyAction action) => Wire(fault, operation, action).Failing("InvalidResponse", ErrorCategory.ProtocolError);

    private static FaultCase Taken(string fault, string operation, ProxyAction action)
    {
        var taken = Wire(fault, operation, action) with { IsPatient = true };
        return operation == "CancelResourceRequest" ? taken : taken with { HandlerSeconds = 0.2 };
    }

    private static FaultCase Failed(string fault, ProxyAction action, string id) => Wire(fault, "GetResourceRequestStatus", action).Failing(id, ErrorCategory.NotSpecified) with
    {
        After = Aftermath.Untouched,
        HandlerSeconds = 0,
        SimulatorFault = new SimulatorFault { Operation = "CreateResource", User = FaultCase.Struck, Kind = SimulatorFaultKind.HandlerError, ErrorCode = "InvalidRequest" },
    };
}
