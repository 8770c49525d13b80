namespace AwsccConnect.Core.Operations;

/// <summary>Cloud Control type names of the resources this module knows.</summary>
internal static class ResourceTypes
{
    /// <summary>An agent, supervisor or administrator.</summary>
    public const string User = "AWS::Connect::User";

    /// <summary>An Amazon Connect instance.</summary>
    public const string Instance = "AWS::Connect::Instance";

    /// <summary>A routing profile of an instance.</summary>
    public const string RoutingProfile = "AWS::Connect::RoutingProfile";

    /// <summary>A security profile of an instance.</summary>
    public const string SecurityProfile = "AWS::Connect::SecurityProfile";

    /// <summary>A group of the instance's agent hierarchy.</summary>
    public const string HierarchyGroup = "AWS::Connect::UserHierarchyGroup";
}
