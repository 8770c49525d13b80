namespace AwsccConnect.Core.Permissions;

/// <summary>An operation of Cloud Control on a resource type, or, without a type, one on requests or one of Amazon Connect.</summary>
internal sealed record ApiCall(string Operation, string? TypeName = null)
{
    /// <summary>Whether it is one of Amazon Connect, which only saves calls: without the permission the command makes more calls of Cloud Control.</summary>
    public bool IsOptional => TypeName is null
        && Operation is "ListInstances" or "ListUsers" or "SearchUsers" or "ListRoutingProfiles" or "ListSecurityProfiles" or "ListUserHierarchyGroups";

    /// <summary>
    /// The IAM action of the call itself: those of Cloud Control have the prefix of CloudFormation
    /// (<see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudcontrolapi.html"/>).
    /// </summary>
    public string Action => (IsOptional ? "connect:" : "cloudformation:") + Operation;

    /// <summary>The actions of the handler that carries the call out; none for operations on requests.</summary>
    public IReadOnlyList<string> HandlerActions => (Operation, TypeName) switch
    {
        (_, null) => [],
        ("CreateResource", var type) => HandlerPermissions.Of(type, UserOperation.Create),
        ("GetResource", var type) => HandlerPermissions.Of(type, UserOperation.Read),
        ("UpdateResource", var type) => HandlerPermissions.Of(type, UserOperation.Update),
        ("DeleteResource", var type) => HandlerPermissions.Of(type, UserOperation.Delete),
        ("ListResources", var type) => HandlerPermissions.Of(type, UserOperation.List),
        _ => throw new InvalidOperationException($"{Operation} is not an operation on {TypeName}."),
    };
}
