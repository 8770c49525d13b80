namespace AwsccConnect.Core.Operations;

/// <summary>Cloud Control type names of the resources this module knows.</summary>
internal static class ResourceTypes
{
    public const string User = "AWS::Connect::User";
    public const string Instance = "AWS::Connect::Instance";
    public const string RoutingProfile = "AWS::Connect::RoutingProfile";
    public const string SecurityProfile = "AWS::Connect::SecurityProfile";
    public const string HierarchyGroup = "AWS::Connect::UserHierarchyGroup";
}
