using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Connect;

/// <summary>The methods and paths of the operations that are served, as in the service model of 2017-08-08.</summary>
internal static class ConnectRoutes
{
    private static readonly (string Path, ResourceType Type)[] Summaries =
    [
        ("users-summary", ResourceTypes.User),
        ("routing-profiles-summary", ResourceTypes.RoutingProfile),
        ("security-profiles-summary", ResourceTypes.SecurityProfile),
        ("user-hierarchy-groups-summary", ResourceTypes.UserHierarchyGroup),
    ];

    /// <summary>Reads a request. Throws for a method and path of no operation, and for malformed input.</summary>
    public static ConnectCall Read(HttpRequest request)
    {
        string[] path = [.. request.Path.TrimStart('/').Split('/').Select(Uri.UnescapeDataString)];
        switch (request.Method, path)
        {
            case ("GET", ["instance"]):
                return new ConnectCall(ResourceTypes.Instance.ListApi, ResourceTypes.Instance, null, ConnectInput.OfQuery(request.Query));
            case ("POST", ["search-users"]):
                var input = ConnectInput.OfBody(request.Body);
                return new ConnectCall(UserSearch.Operation, ResourceTypes.User, input.Required("InstanceId"), input);
            case ("GET", [var summary, { Length: > 0 } instance]) when Array.Find(Summaries, known => known.Path == summary) is { Type: { } type }:
                return new ConnectCall(type.ListApi, type, instance, ConnectInput.OfQuery(request.Query));
            default:
                throw ConnectErrors.UnknownOperation();
        }
    }
}
