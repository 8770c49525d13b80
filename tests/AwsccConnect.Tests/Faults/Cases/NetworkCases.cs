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
        .. from item in new[] { ("Connection refused", "http://127.0.0.1:1/"), ("The host's name cannot be resolved", "https://cloudcontrolapi.invalid/") }
           from command in new[] { FaultCommand.Create, FaultCommand.Change, FaultCommand.Remove, FaultCommand.Read }
           select Unreachable(item.Item1, item.Item2, command),
    ];

    private static FaultCase Once(string fault, Func<ProxyExchange, Task> action, string operation) =>
        new(Group, $"{fault}, once", operation, new ProxyFault(operation, action) { Count = 1 });

    private static FaultCase EachTime(string fault, Func<ProxyExchange, Task> action, bool isCarriedOut, string operation) =>
        new(Group, $"{fault}, each time", operation, new ProxyFault(operation, action))
        {
            Expected = Error("NetworkFailure", ErrorCategory.ConnectionError, After(operation, isCarriedOut)) with { Hits = 6 },
        };

    private static FaultCase Each(string fault, Func<ProxyExchange, Task> action, string operation) => new(Group, fault, operation, new ProxyFault(operation, action) { Count = 1 })
    {
        Expected = Success() with { IsPatient = true },
    };

    /// <summary>A call is given up when the user's time-out passes, however long the connection stays open.</summary>
    private static FaultCase Stall(string fault, Func<ProxyExchange, Task> action, string operation) => new(Group, fault, operation, new ProxyFault(operation, action))
    {
        TimeoutSeconds = 8,
        Expected = Error("NetworkFailure", ErrorCategory.ConnectionError, After(operation, isCarriedOut: true)),
    };

    /// <summary>Requests are not kept waiting for a list.</summary>
    private static FaultCase StalledList(string fault, Func<ProxyExchange, Task> action) =>
        new(Group, fault, "ListResourceRequests", new ProxyFault("ListResourceRequests", action));

    private static FaultCase Unreachable(string fault, string endpoint, FaultCommand command) => new(Group, fault, "*")
    {
        Command = command,
        Endpoint = endpoint,
        Expected = Error("NetworkFailure", ErrorCategory.ConnectionError) with { Hits = 0, IsForEveryone = true },
    };

    private static Aftermath After(string operation, bool isCarriedOut) =>
        isCarriedOut || operation is "GetResourceRequestStatus" ? Aftermath.Done : Aftermath.Untouched;
}
