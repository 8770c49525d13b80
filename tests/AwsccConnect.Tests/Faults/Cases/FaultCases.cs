using AwsccConnect.Tests.Faults.Proxy;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>All cases.</summary>
public static class FaultCases
{
    /// <summary>Every case, in the order of the page.</summary>
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        .. Of("Requests that AWS ends as FAILED", ServiceCases.Failed),
        .. Of("Calls that return an exception", ServiceCases.Exceptions),
        .. Of("Connections that break", WireCases.Connections),
        .. Of("Invalid responses", WireCases.Responses),
        .. Of("Responses with missing parts", WireCases.Shapes),
        .. Of("Final states that do not show what was done", ServiceCases.Outcomes),
        .. Of("Pages of a list", ListCases.Pages),
        .. Of("Requests that are waited for, read and listed", ListCases.Requests),
        .. Of("Keys that AWS refuses", ServiceCases.Keys),
    ];

    /// <summary>The operations that write.</summary>
    internal static IReadOnlyList<string> Writes => ["CreateResource", "UpdateResource", "DeleteResource"];

    /// <summary>The operations whose response a command cannot do without.</summary>
    internal static IReadOnlyList<string> Awaited => [.. Writes, "GetResource", "ListResources", "GetResourceRequestStatus", "CancelResourceRequest"];

    /// <summary>The operations that commands call.</summary>
    internal static IReadOnlyList<string> AllOperations => [.. Awaited.SkipLast(1), "ListResourceRequests", "CancelResourceRequest"];

    /// <summary>The commands that talk to AWS about users, but for the list.</summary>
    internal static IReadOnlyList<FaultCommand> UserCommands => [FaultCommand.Create, FaultCommand.Change, FaultCommand.Remove, FaultCommand.Read];

    /// <summary>A case of a fault on the wire.</summary>
    internal static FaultCase Wire(string fault, string operation, ProxyAction action, int? count = null, int skip = 0) =>
        new(fault, operation, new ProxyFault(operation, action) { Count = count, Skip = skip });

    private static IEnumerable<FaultCase> Of(string group, IEnumerable<FaultCase> cases) => cases.Select(item => item with { Group = group });
}
