namespace AwsccConnect.Core.Users;

/// <summary>The Amazon Connect resources whose ARNs appear in a user.</summary>
internal enum ConnectResourceKind
{
    /// <summary><c>instance/ID</c></summary>
    Instance,

    /// <summary><c>instance/ID/agent/ID</c></summary>
    User,

    /// <summary><c>instance/ID/routing-profile/ID</c></summary>
    RoutingProfile,

    /// <summary><c>instance/ID/security-profile/ID</c></summary>
    SecurityProfile,

    /// <summary><c>instance/ID/agent-group/ID</c></summary>
    HierarchyGroup,
}
