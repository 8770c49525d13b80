using System.Management.Automation;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Connections that break, stall or lead nowhere.</summary>
public static class NetworkCases
{
    /// <summary>Heading of the table.</summary>
    public const string Group = "Connections that break";

    private static readonly (string Fault, Func<ProxyExchange, Task> Do, bool IsCarriedOut)[] Breaks =
    [
        ("Connection reset before the call was taken", ProxyActions.ResetBefore, false),
        ("Connection reset after the call was carried out", ProxyActions.ResetAfter, true),
        ("Connection closed after the call was carried out", ProxyActions.CloseAfter, true),
        ("Half of the response body, then closed", ProxyActions.HalfBody, true),
    ];

    private static readonly (string Fault, Func<ProxyExchange, Task> Do)[] Delays =
    [
        ("The response arrives slowly, some bytes at a time", ProxyActions.Drip),
        ("The response comes late", ProxyActions.Late(400)),
    ];

    private static readonly (string Fault, Func<ProxyExchange, Task> Do)[] Stalls =
    [
        ("No response, and the connection stays open", ProxyActions.Silence),
        ("Half of the response body, and the connection stays open", ProxyActions.HalfBodyThenSilence),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<FaultCase> All =>
    [
        .. from item in Breaks from operation in ExceptionCases.Operations select Once(item.Fault, item.Do, operation),
        .. from item in Breaks from operation in ExceptionCases.Operations where operation != "ListResourceRequests" select EachTime(item.Fault, item.Do, item.IsCarriedOut, operation),
        .. from item in Delays from operation in ExceptionCases.Operations select Each(item.Fault, item.Do, operation),
        .. from item in Stalls from operation in ExceptionCases.Operations where operation != "ListResourceRequests" select Stall(item.Fault, item.Do, operation),
        .. from item in Stalls select StalledList(item.Fault, item.Do),
        .. from command in new[] { FaultCommand.Create, FaultCommand.Change, FaultCommand.Remove, FaultCommand.Read } select Refused(command),
        .. from command in new[] { FaultCommand.Create, FaultCommand.Change, FaultCommand.Remove, FaultCommand.Read } select Unresolved(command),
    ];

    private static FaultCase Once(string fault, Func<ProxyExchange, Task> action, string operation) => Case($"{fault}, once", operation) with
    {
        Faults = [new ProxyFault(operation, action) { Count = 1, HitsEveryone = operation == "ListResourceRequests" }],
    };

    private static FaultCase EachTime(string fault, Func<ProxyExchange, Task> action, bool isCarriedOut, string operation) => Case($"{fault}, each time", operation) with
    {
        Faults = [new ProxyFault(operation, action)],
        Expected = Error("NetworkFailure", ErrorCategory.ConnectionError, After(operation, isCarriedOut)) with { Hits = 6 },
    };

    private static FaultCase Each(string fault, Func<ProxyExchange, Task> action, string operation) => Case(fault, operation) with
    {
        Faults = [new ProxyFault(operation, action) { Count = 1, HitsEveryone = operation == "ListResourceRequests" }],
        Expected = Success() with { IsPatient = true },
    };

    /// <summary>A call is given up when the user's time-out passes, however long the connection stays open.</summary>
    private static FaultCase Stall(string fault, Func<ProxyExchange, Task> action, string operation) => Case(fault, operation) with
    {
        Faults = [new ProxyFault(operation, action)],
        TimeoutSeconds = 8,
        Expected = Error("NetworkFailure", ErrorCategory.ConnectionError, After(operation, isCarriedOut: true)),
    };

    /// <summary>Requests are not kept waiting for a list.</summary>
    private static FaultCase StalledList(string fault, Func<ProxyExchange, Task> action) => Case(fault, "ListResourceRequests") with
    {
        Faults = [new ProxyFault("ListResourceRequests", action) { HitsEveryone = true }],
    };

    private static FaultCase Refused(FaultCommand command) => Case("Connection refused", "*") with
    {
        Command = command,
        Endpoint = "http://127.0.0.1:1/",
        Expected = Error("NetworkFailure", ErrorCategory.ConnectionError) with { Hits = 0, IsForEveryone = true },
    };

    private static FaultCase Unresolved(FaultCommand command) => Case("The host's name cannot be resolved", "*") with
    {
        Command = command,
        Endpoint = "https://cloudcontrolapi.invalid/",
        Expected = Error("NetworkFailure", ErrorCategory.ConnectionError) with { Hits = 0, IsForEveryone = true },
    };

    private static Aftermath After(string operation, bool isCarriedOut) =>
        isCarriedOut || operation is "GetResourceRequestStatus" ? Aftermath.Done : Aftermath.Untouched;

    private static FaultCase Case(string fault, string operation) => new() { Group = Group, Fault = fault, Operation = operation };
}
