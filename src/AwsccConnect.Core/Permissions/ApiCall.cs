using System.Runtime.InteropServices;

namespace AwsccConnect.Core.Permissions;

/// <summary>A Cloud Control operation on a resource type.</summary>
/// <param name="Operation">Operation of Cloud Control, for example <c>GetResource</c>.</param>
/// <param name="TypeName">Resource type; null for operations on requests.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ApiCall(string Operation, string? TypeName = null)
{
    /// <summary>
    /// The IAM action of the call itself: those of Cloud Control have the prefix of CloudFormation
    /// (<see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudcontrolapi.html"/>).
    /// </summary>
    public string Action => "cloudformation:" + Operation;

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
