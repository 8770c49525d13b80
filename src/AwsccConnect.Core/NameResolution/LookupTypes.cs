using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>The resource types around a user.</summary>
internal static class LookupTypes
{
    public static LookupType<ConnectInstance> Instance { get; } = new(
        ConnectResourceKind.Instance,
        ResourceTypes.Instance,
        (json, region) => new ConnectInstance
        {
            Arn = Text(json, "Arn"),
            Id = Text(json, "Id") ?? IdOf(Text(json, "Arn")),
            Alias = Text(json, "InstanceAlias"),
            IdentityManagementType = Text(json, "IdentityManagementType"),
            Status = Text(json, "InstanceStatus"),
            CreatedTime = Text(json, "CreatedTime"),
            ServiceRole = Text(json, "ServiceRole"),
            InboundCalls = Flag(json["Attributes"], "InboundCalls"),
            OutboundCalls = Flag(json["Attributes"], "OutboundCalls"),
            Region = region,
        },
        instance => instance.Alias,
        instance => instance.Arn);

    public static LookupType<ConnectRoutingProfile> RoutingProfile { get; } = new(
        ConnectResourceKind.RoutingProfile,
        ResourceTypes.RoutingProfile,
        (json, region) => new ConnectRoutingProfile
        {
            Name = Text(json, "Name"),
            Arn = Text(json, "RoutingProfileArn"),
            Id = IdOf(Text(json, "RoutingProfileArn")),
            Description = Text(json, "Description"),
            DefaultOutboundQueueArn = Text(json, "DefaultOutboundQueueArn"),
            InstanceArn = Text(json, "InstanceArn"),
            Region = region,
        },
        profile => profile.Name,
        profile => profile.Arn);

    public static LookupType<ConnectSecurityProfile> SecurityProfile { get; } = new(
        ConnectResourceKind.SecurityProfile,
        ResourceTypes.SecurityProfile,
        (json, region) => new ConnectSecurityProfile
        {
            Name = Text(json, "SecurityProfileName"),
            Arn = Text(json, "SecurityProfileArn"),
            Id = IdOf(Text(json, "SecurityProfileArn")),
            Description = Text(json, "Description"),
            Permissions = json["Permissions"] is JsonArray permissions
                ? [.. permissions.Select(permission => permission?.ToString() ?? string.Empty)]
                : [],
            InstanceArn = Text(json, "InstanceArn"),
            Region = region,
        },
        profile => profile.Name,
        profile => profile.Arn);

    public static LookupType<ConnectHierarchyGroup> HierarchyGroup { get; } = new(
        ConnectResourceKind.HierarchyGroup,
        ResourceTypes.HierarchyGroup,
        (json, region) => new ConnectHierarchyGroup
        {
            Name = Text(json, "Name"),
            Arn = Text(json, "UserHierarchyGroupArn"),
            Id = IdOf(Text(json, "UserHierarchyGroupArn")),
            ParentGroupArn = Text(json, "ParentGroupArn"),
            InstanceArn = Text(json, "InstanceArn"),
            Region = region,
        },
        group => group.Name,
        group => group.Arn,
        group => group.Path);

    private static string? Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static bool? Flag(JsonNode? parent, string name) =>
        parent is JsonObject json && json[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    private static string? IdOf(string? arn) => arn?[(arn.LastIndexOf('/') + 1)..];
}
