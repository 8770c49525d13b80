using System.Management.Automation;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Responses that do not conform to the service model, and responses of proxies and gateways.</summary>
public static class ResponseCases
{
    private const string Group = "Invalid responses";
    private const string Html = "<!DOCTYPE html><html><body>Sign in to the network</body></html>";

    private static readonly string[] Awaited = ["CreateResource", "UpdateResource", "DeleteResource", "GetResource", "ListResources", "GetResourceRequestStatus", "CancelResourceRequest"];

    /// <summary>A gateway that responds each time: it takes seconds, and the retries are the same for all.</summary>
    private static readonly string[] Repeated = ["CreateResource", "GetResource", "GetResourceRequestStatus"];

    /// <summary>The call is carried out; this comes instead of its response.</summary>
    private static readonly (string Fault, Func<ProxyExchange, Task> Do)[] Unreadable =
    [
        ("An HTML page with status 200", ProxyActions.BodyInstead(Html, "text/html")),
        ("JSON that ends too early", ProxyActions.BodyInstead("{\"ProgressEvent\":{\"TypeName\"")),
        ("No JSON", ProxyActions.BodyInstead("ProgressEvent=1")),
        ("A body with bytes overwritten", ProxyActions.Corrupt),
        ("An empty body with status 200", ProxyActions.BodyInstead(string.Empty)),
        ("A JSON array", ProxyActions.BodyInstead("[]")),
        ("A JSON string", ProxyActions.BodyInstead("\"fine\"")),
        ("JSON null", ProxyActions.BodyInstead("null")),
        ("Members of other types", ProxyActions.BodyInstead("{\"ProgressEvent\":[7],\"ResourceDescription\":true,\"ResourceDescriptions\":{\"a\":1},\"NextToken\":{},\"ResourceRequestStatusSummaries\":3}")),
        ("A date that is none", ProxyActions.BodyInstead("{\"ProgressEvent\":{\"EventTime\":\"soon\"},\"ResourceDescription\":{\"Identifier\":{}},\"ResourceDescriptions\":[1],\"ResourceRequestStatusSummaries\":[{\"EventTime\":\"soon\"}]}")),
    ];

    /// <summary>A gateway responds itself.</summary>
    private static readonly (string Fault, int Status, string Body, string Type, string Id, ErrorCategory Category, int? Hits)[] Gateways =
    [
        ("500 without a body", 500, "", "text/plain", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("500 with an HTML page", 500, Html, "text/html", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("502 without a body", 502, "", "text/plain", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("502 with an HTML page", 502, Html, "text/html", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("503 without a body", 503, "", "text/plain", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("503 with an HTML page", 503, Html, "text/html", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("504 without a body", 504, "", "text/plain", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("504 with an HTML page", 504, Html, "text/html", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("500 with JSON of another service", 500, "{\"error\":{\"code\":5}}", "application/json", "ServiceInternalError", ErrorCategory.ResourceUnavailable, 6),
        ("429 with an HTML page", 429, Html, "text/html", "Throttling", ErrorCategory.LimitsExceeded, null),
        ("403 with an HTML page", 403, Html, "text/html", "InvalidResponse", ErrorCategory.ProtocolError, 1),
        ("404 with an HTML page", 404, Html, "text/html", "InvalidResponse", ErrorCategory.ProtocolError, 1),
        ("400 without a body", 400, "", "text/plain", "InvalidResponse", ErrorCategory.ProtocolError, 1),
        ("407 with an HTML page", 407, Html, "text/html", "InvalidResponse", ErrorCategory.ProtocolError, 1),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<FaultCase> All =>
    [
        .. from item in Unreadable from operation in ExceptionCases.Operations select Once(item.Fault, item.Do, operation),
        .. from item in Unreadable.Take(4) from operation in Awaited select EachTime(item.Fault, item.Do, operation),
        .. from item in Gateways where item.Hits != 1 from operation in ExceptionCases.Operations
           select Once(item.Fault, ProxyActions.RespondWith(item.Status, item.Body, item.Type), operation),
        .. from item in Gateways from operation in item.Hits == 1 ? Awaited : Repeated
           select ByItself(item.Fault, item.Status, item.Body, item.Type, item.Id, item.Category, item.Hits, operation),
        .. from operation in Awaited select Redirected(operation),
        .. from operation in ExceptionCases.Operations select OtherContentType(operation),
    ];

    private static FaultCase Once(string fault, Func<ProxyExchange, Task> action, string operation) =>
        new(Group, $"{fault}, once", operation, new ProxyFault(operation, action) { Count = 1 });

    private static FaultCase EachTime(string fault, Func<ProxyExchange, Task> action, string operation) => new(Group, $"{fault}, each time", operation, new ProxyFault(operation, action))
    {
        Expected = Error("InvalidResponse", ErrorCategory.ProtocolError, Aftermath.Done) with { Hits = 6 },
    };

    private static FaultCase ByItself(string fault, int status, string body, string type, string id, ErrorCategory category, int? hits, string operation) =>
        new(Group, hits == 1 ? fault : $"{fault}, each time", operation, new ProxyFault(operation, ProxyActions.RespondWith(status, body, type)))
        {
            TimeoutSeconds = hits is null ? 6 : 120,
            Expected = Error(id, category, operation == "GetResourceRequestStatus" ? Aftermath.Done : Aftermath.Untouched) with
            {
                Hits = hits, Says = body == Html ? "Sign in to the network" : null,
            },
        };

    /// <summary>A redirect is not followed: passwords and signatures are for the endpoint alone.</summary>
    private static FaultCase Redirected(string operation) => new(Group, "A redirect (307)", operation, new ProxyFault(operation, ProxyActions.Redirect))
    {
        Expected = Error("InvalidResponse", ErrorCategory.ProtocolError, operation == "GetResourceRequestStatus" ? Aftermath.Done : Aftermath.Untouched),
    };

    private static FaultCase OtherContentType(string operation) => new(
        Group, "A valid response as text/plain", operation, new ProxyFault(operation, ProxyActions.OtherContentType) { Count = 1 })
    {
        Expected = Success() with { IsPatient = true },
    };
}
