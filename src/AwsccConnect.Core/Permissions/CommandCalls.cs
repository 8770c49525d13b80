using AwsccConnect.Core.Operations;

namespace AwsccConnect.Core.Permissions;

/// <summary>The calls that each command may make. A command that talks to AWS and is not in the table has no policy.</summary>
internal static class CommandCalls
{
    /// <summary>Instances found by id or alias, or because none was given.</summary>
    private static readonly ApiCall[] FindInstances = [new("ListInstances"), List(ResourceTypes.Instance), Read(ResourceTypes.Instance)];

    /// <summary>Users of which all are read.</summary>
    private static readonly ApiCall[] ReadUsers = [.. FindInstances, List(ResourceTypes.User), Read(ResourceTypes.User)];

    /// <summary>Users found by username: from Amazon Connect's list, or else all are listed and read.</summary>
    private static readonly ApiCall[] FindUsers = [.. ReadUsers, new("ListUsers")];

    /// <summary>Profiles and groups given by name or id.</summary>
    private static readonly ApiCall[] FindNames =
    [
        .. LookUp(ResourceTypes.RoutingProfile, "ListRoutingProfiles"), .. LookUp(ResourceTypes.SecurityProfile, "ListSecurityProfiles"),
        .. LookUp(ResourceTypes.HierarchyGroup, "ListUserHierarchyGroups"),
    ];

    private static readonly SortedDictionary<string, ApiCall[]> Table = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Get-ConnectUser"] = [.. FindUsers, .. FindNames, new("SearchUsers")],
        // -WhatIf and -SkipExisting list the users. The new user is read where the progress of the request does not have all of it, as in lists, and when a run is started again.
        ["New-ConnectUser"] = [.. FindInstances, .. FindNames, new("ListUsers"), Read(ResourceTypes.User), .. Write("CreateResource")],
        ["Set-ConnectUser"] = [.. FindUsers, .. FindNames, .. Write("UpdateResource")],
        ["Remove-ConnectUser"] = [.. FindUsers, .. Write("DeleteResource")],
        ["Get-ConnectUserRequest"] = [new("GetResourceRequestStatus"), new("ListResourceRequests")],
        ["Wait-ConnectUserRequest"] = [new("GetResourceRequestStatus"), new("ListResourceRequests")],
        // A refusal is looked into: the request may have ended.
        ["Stop-ConnectUserRequest"] = [new("CancelResourceRequest"), new("GetResourceRequestStatus")],
        ["Export-ConnectUser"] = [.. ReadUsers, .. FindNames],
        ["Export-ConnectUserStack"] = [.. ReadUsers, .. FindNames],
        ["Unpublish-ConnectUserStack"] = [.. FindUsers, new("SearchUsers"), .. Write("DeleteResource")],
        ["Get-ConnectInstance"] = FindInstances,
        ["Get-ConnectRoutingProfile"] = LookUp(ResourceTypes.RoutingProfile, "ListRoutingProfiles"),
        ["Get-ConnectSecurityProfile"] = LookUp(ResourceTypes.SecurityProfile, "ListSecurityProfiles"),
        ["Get-ConnectHierarchyGroup"] = [.. FindInstances, List(ResourceTypes.HierarchyGroup), Read(ResourceTypes.HierarchyGroup)],
        ["Test-ConnectUserStack"] = [.. FindUsers, .. FindNames, new("SearchUsers")],
        ["Publish-ConnectUserStack"] =
        [
            .. FindUsers, .. FindNames, new("SearchUsers"), new("CreateResource", ResourceTypes.User), new("DeleteResource", ResourceTypes.User), .. Write("UpdateResource"),
        ],
        // What a killed command may have in flight is looked for in the history of requests; the user is found by name where AWS had not named it.
        ["Undo-ConnectUserChange"] =
        [
            Read(ResourceTypes.Instance), List(ResourceTypes.User), Read(ResourceTypes.User), new("ListUsers"),
            new("CreateResource", ResourceTypes.User), new("DeleteResource", ResourceTypes.User), .. Write("UpdateResource"),
        ],
    };

    /// <summary>Names of the commands, sorted.</summary>
    public static IReadOnlyCollection<string> Commands => Table.Keys;

    /// <summary>The calls of a command.</summary>
    /// <exception cref="KeyNotFoundException">The command makes no calls.</exception>
    public static IReadOnlyList<ApiCall> Of(string command) => Table[command];

    private static ApiCall Read(string typeName) => new("GetResource", typeName);

    private static ApiCall List(string typeName) => new("ListResources", typeName);

    private static ApiCall[] LookUp(string typeName, string operation) => [.. FindInstances, new(operation), List(typeName), Read(typeName)];

    /// <summary>A change and the polls after it: one by one, or by a list where many are in flight.</summary>
    private static ApiCall[] Write(string operation) =>
        [new(operation, ResourceTypes.User), new("GetResourceRequestStatus"), new("ListResourceRequests")];
}
