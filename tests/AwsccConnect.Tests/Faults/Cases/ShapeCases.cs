using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Responses that are JSON of the service model and yet lack or contradict what has to be there.</summary>
public static class ShapeCases
{
    private const string Group = "Responses with missing parts";
    private static readonly string[] Writes = ["CreateResource", "UpdateResource", "DeleteResource"];

    /// <summary>The cases.</summary>
    public static IEnumerable<FaultCase> All =>
    [
        .. from operation in Writes select Case("An empty object, each time", operation, ProxyActions.BodyInstead("{}"), Error("InvalidResponse", ErrorCategory.ProtocolError, Aftermath.Done)),
        .. from operation in Writes select Case("No request token", operation, Without("RequestToken"), Error("InvalidResponse", ErrorCategory.ProtocolError, Aftermath.Done)) with { HandlerSeconds = 0.2 },
        .. from operation in Writes select Case("No status", operation, Without("OperationStatus"), Success()) with { HandlerSeconds = 0.2 },
        .. from operation in Writes select Case("A status that is not known", operation, With("OperationStatus", "RESTING"), Success()) with { HandlerSeconds = 0.2 },
        Case("An empty object, each time", "GetResourceRequestStatus", ProxyActions.BodyInstead("{}"), Error("InvalidResponse", ErrorCategory.ProtocolError, Aftermath.Done)),
        Case("An empty object, each time", "CancelResourceRequest", ProxyActions.BodyInstead("{}"), Error("InvalidResponse", ErrorCategory.ProtocolError, Aftermath.Done)),
        .. from member in new[] { ("No request token", "RequestToken"), ("No status", "OperationStatus") }
           select Case(member.Item1, "CancelResourceRequest", Without(member.Item2), Success()),
        Case("A status that is not known", "CancelResourceRequest", With("OperationStatus", "RESTING"), Success()),
        Case("An empty object, each time", "GetResource", ProxyActions.BodyInstead("{}"), Error("InvalidResponse", ErrorCategory.ProtocolError)),
        Case("SUCCESS without an identifier", "GetResourceRequestStatus", Finished("SUCCESS", ""), Error("InvalidResponse", ErrorCategory.ProtocolError, Aftermath.Done)),
        Failed("FAILED without a code", Without("ErrorCode"), "GeneralServiceException"),
        Failed("FAILED with a code that is not known", With("ErrorCode", "OutOfPatience"), "OutOfPatience"),
        Case("CANCEL_COMPLETE", "GetResourceRequestStatus", Finished("CANCEL_COMPLETE", ""), Error("RequestCancelled", ErrorCategory.OperationStopped, Aftermath.Done)),
        .. from item in Properties select Case(item.Fault, "GetResource", ProxyActions.BodyInstead(
            $$$"""{"TypeName":"AWS::Connect::User","ResourceDescription":{"Identifier":"arn:aws:connect:eu-west-2:123456789012:instance/i/agent/a"{{{item.Member}}}}}"""),
            Error("InvalidResponse", ErrorCategory.ProtocolError)),
    ];

    private static IEnumerable<(string Fault, string Member)> Properties =>
    [
        ("No properties", string.Empty),
        ("Properties that are no JSON", ",\"Properties\":\"{\\\"Username\\\"\""),
        ("Properties that are an array", ",\"Properties\":\"[]\""),
        ("Properties that are null", ",\"Properties\":\"null\""),
    ];

    private static Func<ProxyExchange, Task> Without(string member) => ProxyActions.Replace($"\"{member}\":\"[^\"]*\",?", string.Empty);

    private static Func<ProxyExchange, Task> With(string member, string value) => ProxyActions.Replace($"\"{member}\":\"[^\"]*\"", $"\"{member}\":\"{value}\"");

    private static Func<ProxyExchange, Task> Finished(string status, string members) => async exchange =>
    {
        var token = JsonNode.Parse(exchange.Call.Body)!["RequestToken"]!.ToString();
        await ProxyActions.BodyInstead($$$"""{"ProgressEvent":{ {{{members}}}"TypeName":"AWS::Connect::User","Operation":"CREATE","OperationStatus":"{{{status}}}","RequestToken":"{{{token}}}"}}""")(exchange);
    };

    private static FaultCase Failed(string fault, Func<ProxyExchange, Task> edit, string id) =>
        Case(fault, "GetResourceRequestStatus", edit, Error(id, ErrorCategory.NotSpecified) with { Hits = 1 }) with
        {
            HandlerSeconds = 0,
            SimulatorFault = new SimulatorFault { Operation = "CreateResource", User = FaultCase.Struck, Kind = SimulatorFaultKind.HandlerError, ErrorCode = "InvalidRequest" },
        };

    private static FaultCase Case(string fault, string operation, Func<ProxyExchange, Task> action, FaultExpectation expected) => new(Group, fault, operation, new ProxyFault(operation, action))
    {
        Expected = expected.ErrorId is null ? expected with { IsPatient = true } : expected,
    };
}
