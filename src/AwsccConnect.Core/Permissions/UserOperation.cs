namespace AwsccConnect.Core.Permissions;

/// <summary>What a resource handler does; the names are those of the resource schema's handlers.</summary>
internal enum UserOperation
{
    /// <summary>Creates a resource.</summary>
    Create,

    /// <summary>Reads a resource.</summary>
    Read,

    /// <summary>Changes a resource.</summary>
    Update,

    /// <summary>Removes a resource.</summary>
    Delete,

    /// <summary>Lists resources.</summary>
    List,
}
