using System.Collections.Frozen;

namespace AwsccConnect.Simulator.Resources;

/// <summary>The resource types that the simulator serves.</summary>
internal static class ResourceTypes
{
    public static readonly ResourceType User = new(
        "AWS::Connect::User", "UserArn", "Username", "User", ListNeedsInstance: true, IsWritable: true);

    public static readonly ResourceType Instance = new(
        "AWS::Connect::Instance", "Arn", "InstanceAlias", "Instance", ListNeedsInstance: false, IsWritable: false);

    public static readonly ResourceType RoutingProfile = new(
        "AWS::Connect::RoutingProfile", "RoutingProfileArn", "Name", "RoutingProfile", ListNeedsInstance: true, IsWritable: false);

    public static readonly ResourceType SecurityProfile = new(
        "AWS::Connect::SecurityProfile", "SecurityProfileArn", "SecurityProfileName", "SecurityProfile", ListNeedsInstance: true, IsWritable: false);

    public static readonly ResourceType UserHierarchyGroup = new(
        "AWS::Connect::UserHierarchyGroup", "UserHierarchyGroupArn", "Name", "UserHierarchyGroup", ListNeedsInstance: true, IsWritable: false);

    public static readonly IReadOnlyList<ResourceType> All = [User, Instance, RoutingProfile, SecurityProfile, UserHierarchyGroup];

    private static readonly FrozenDictionary<string, ResourceType> ByName =
        All.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    public static ResourceType? Find(string name) => ByName.GetValueOrDefault(name);
}
