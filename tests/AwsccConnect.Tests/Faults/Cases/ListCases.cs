using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Pages of a list that do not end, repeat themselves, are empty or fail.</summary>
public static class ListCases
{
    /// <summary>The message for a list without end.</summary>
    public const string Endlessly = "does not end";

    private const string Group = "Pages of a list";

    /// <summary>The cases. The second instance has eight users on two pages of four.</summary>
    public static IEnumerable<FaultCase> All =>
    [
        Case("A page token that comes again and again", ProxyActions.EditJson(page => page["NextToken"] = "same"), Endless with { Hits = 2, Output = 5 }, forwardsFirstPage: true),
        Case("Page tokens without end, the pages empty", ProxyActions.EditJson(page =>
        {
            page["ResourceDescriptions"] = new JsonArray();
            page["NextToken"] = Guid.NewGuid().ToString();
        }), Endless with { Hits = 101, Output = 1 }, forwardsFirstPage: true),
        Case("Page tokens without end, the pages alike", ProxyActions.EditJson(page => page["NextToken"] = Guid.NewGuid().ToString()), Endless with { Hits = 102, Output = 5 }, forwardsFirstPage: true),
        Case("Entries twice on a page and again on the next", ProxyActions.EditJson(page =>
        {
            var all = page["ResourceDescriptions"]!.AsArray();
            all.Add(all[0]!.DeepClone());
            all.Add(all[^2]!.DeepClone());
        }), Success(2) with { Output = 9, IsPatient = true }),
        Case("Entries without an identifier", ProxyActions.EditJson(page =>
        {
            page["ResourceDescriptions"]!.AsArray().Add(new JsonObject());
            page["ResourceDescriptions"]!.AsArray().Add(new JsonObject { ["Identifier"] = "" });
        }), Success(2) with { Output = 9, IsPatient = true }),
        Case("A page without entries that has a next one", ProxyActions.EmptyPageFirst, Success(3) with { Output = 9, IsPatient = true }),
        Case("A page without the list of entries", ProxyActions.EditJson(page => page.Remove("ResourceDescriptions")), Success(1) with { Output = 5, IsPatient = true }, count: 1, skip: 1),
        Case("The token of the second page has expired", ProxyActions.Exception("InvalidRequestException", 400), Error("InvalidRequest", ErrorCategory.InvalidArgument) with { Output = 5 }, skip: 1),
        Case("The second page fails, once", ProxyActions.Exception("ServiceInternalErrorException", 500), Success() with { Output = 9 }, skip: 1, count: 1),
        Case("The second page fails, each time", ProxyActions.Exception("ServiceInternalErrorException", 500), Error("ServiceInternalError", ErrorCategory.ResourceUnavailable) with { Hits = 6, Output = 5 }, skip: 1),
        Read("A listed user is removed before it is read", ProxyActions.Exception("ResourceNotFoundException", 400), Success() with { Output = 8, Hits = 3, IsPatient = true, IsLeftOut = true }),
        Read("A listed user may not be read", ProxyActions.Exception("AccessDeniedException", 400), Error("AccessDenied", ErrorCategory.PermissionDenied) with { Output = 8 }),
    ];

    private static FaultExpectation Endless => Error("InvalidResponse", ErrorCategory.ProtocolError) with { Says = Endlessly };

    private static FaultCase Case(string fault, Func<ProxyExchange, Task> action, FaultExpectation expected, int skip = 0, int? count = null, bool forwardsFirstPage = false) => new(
        Group, fault, "ListResources", new ProxyFault("ListResources", forwardsFirstPage ? ProxyActions.WithoutNextToken(action) : action) { Skip = skip, Count = count })
    {
        Command = FaultCommand.List,
        Expected = expected,
    };

    private static FaultCase Read(string fault, Func<ProxyExchange, Task> action, FaultExpectation expected) => new(Group, fault, "GetResource", new ProxyFault("GetResource", action))
    {
        Command = FaultCommand.List,
        Expected = expected,
    };
}
