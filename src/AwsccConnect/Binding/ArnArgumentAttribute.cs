namespace AwsccConnect.Binding;

/// <summary>
/// Lets a parameter that takes ARNs also take the objects that have one: a user, a reference, an instance, a profile
/// or a group. A user with edits is refused: by its identifier alone the edits would be lost.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ArnArgumentAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = PSValue.BaseOf(inputData);
        return value is object[] items ? items.Select(One).ToArray() : One(value);
    }

    private static object? One(object? value) => PSValue.BaseOf(value) switch
    {
        ConnectUser user when !user.GetEdits().IsEmpty && user.OriginalState is not null => throw new ArgumentTransformationMetadataException(
            $"The user '{user.Username}' has edits, which an identifier does not carry. Pipe the user into the command, or use -InputObject."),
        ConnectUser user => user.UserArn,
        ConnectUserReference reference => reference.UserArn,
        ConnectUserRequest request => request.Identifier,
        ConnectInstance or ConnectRoutingProfile or ConnectSecurityProfile or ConnectHierarchyGroup => value!.ToString(),
        var other => other,
    };
}
