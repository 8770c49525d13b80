namespace AwsccConnect.Core.Permissions;

/// <summary>What a resource handler does; the names are those of the resource schema's handlers.</summary>
internal enum UserOperation
{
    Create,
    Read,
    Update,
    Delete,
    List,
}
