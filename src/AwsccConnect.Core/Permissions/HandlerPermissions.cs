using AwsccConnect.Core.Operations;

namespace AwsccConnect.Core.Permissions;

/// <summary>
/// The IAM actions that Cloud Control's resource handlers need of the caller, from the <c>handlers</c> section of the
/// public resource schemas
/// (<see href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html"/>).
/// </summary>
internal static class HandlerPermissions
{
    private static readonly Dictionary<(string TypeName, UserOperation Operation), string[]> Table = new()
    {
        [(ResourceTypes.User, UserOperation.Create)] = ["connect:CreateUser", "connect:TagResource", "connect:AssociateUserProficiencies"],
        [(ResourceTypes.User, UserOperation.Read)] = ["connect:DescribeUser", "connect:ListUserProficiencies"],
        [(ResourceTypes.User, UserOperation.Update)] =
        [
            "connect:UpdateUserIdentityInfo", "connect:UpdateUserPhoneConfig", "connect:UpdateUserRoutingProfile",
            "connect:UpdateUserSecurityProfiles", "connect:UpdateUserHierarchy", "connect:TagResource", "connect:UntagResource",
            "connect:AssociateUserProficiencies", "connect:DisassociateUserProficiencies", "connect:UpdateUserProficiencies",
            "connect:UpdateUserConfig",
        ],
        [(ResourceTypes.User, UserOperation.Delete)] = ["connect:DeleteUser", "connect:UntagResource"],
        [(ResourceTypes.User, UserOperation.List)] = ["connect:ListUsers"],
        [(ResourceTypes.Instance, UserOperation.Read)] = ["connect:DescribeInstance", "connect:ListInstanceAttributes", "ds:DescribeDirectories"],
        [(ResourceTypes.Instance, UserOperation.List)] = ["connect:ListInstances", "connect:ListInstanceAttributes", "ds:DescribeDirectories"],
        [(ResourceTypes.RoutingProfile, UserOperation.Read)] =
            ["connect:DescribeRoutingProfile", "connect:ListRoutingProfileQueues", "connect:ListRoutingProfileManualAssignmentQueues"],
        [(ResourceTypes.RoutingProfile, UserOperation.List)] =
            ["connect:ListRoutingProfiles", "connect:ListRoutingProfileQueues", "connect:ListRoutingProfileManualAssignmentQueues"],
        [(ResourceTypes.SecurityProfile, UserOperation.Read)] =
        [
            "connect:DescribeSecurityProfile", "connect:ListSecurityProfileApplications", "connect:ListSecurityProfileFlowModules",
            "connect:ListSecurityProfilePermissions",
        ],
        [(ResourceTypes.SecurityProfile, UserOperation.List)] = ["connect:ListSecurityProfiles"],
        [(ResourceTypes.HierarchyGroup, UserOperation.Read)] = ["connect:DescribeUserHierarchyGroup"],
        [(ResourceTypes.HierarchyGroup, UserOperation.List)] = ["connect:ListUserHierarchyGroups"],
    };

    /// <summary>The types and operations that have an entry.</summary>
    public static IReadOnlyCollection<(string TypeName, UserOperation Operation)> Known => Table.Keys;

    /// <summary>The actions that a handler needs, in the schema's order.</summary>
    /// <exception cref="KeyNotFoundException">No command uses that handler.</exception>
    public static IReadOnlyList<string> Of(string typeName, UserOperation operation) => Table[(typeName, operation)];
}
