namespace AwsccConnect.Core.Users;

/// <summary>The error ids of problems with values, rows and patch documents; they appear as <c>FullyQualifiedErrorId</c>.</summary>
public static class UserErrorIds
{
    /// <summary>A value that the property cannot hold.</summary>
    public const string InvalidValue = "InvalidValue";

    /// <summary>A required property has no value.</summary>
    public const string MissingProperty = "MissingProperty";

    /// <summary>AWS has no call that changes the property.</summary>
    public const string PropertyNotUpdatable = "PropertyNotUpdatable";

    /// <summary>A flat setting and its per-channel array are both given and disagree.</summary>
    public const string ConflictingProperties = "ConflictingProperties";

    /// <summary>Two columns of a row that mean the same property disagree.</summary>
    public const string ConflictingColumns = "ConflictingColumns";

    /// <summary>Columns of a row that are not known.</summary>
    public const string UnknownColumn = "UnknownColumn";

    /// <summary>The Region of an ARN is not the Region given.</summary>
    public const string RegionMismatch = "RegionMismatch";

    /// <summary>An ARN belongs to another instance than the user.</summary>
    public const string InstanceMismatch = "InstanceMismatch";

    /// <summary>An ARN belongs to a user of another name.</summary>
    public const string UsernameMismatch = "UsernameMismatch";

    /// <summary>An ARN that is not one, or is one of something else.</summary>
    public const string InvalidArn = "InvalidArn";

    /// <summary>A password in a data row without consent.</summary>
    public const string PlainTextPassword = "PlainTextPassword";

    /// <summary>A password that breaks the policy.</summary>
    public const string WeakPassword = "WeakPassword";

    /// <summary>Text that is not a patch document.</summary>
    public const string InvalidPatchDocument = "InvalidPatchDocument";

    /// <summary>A row of a roster file that cannot be read.</summary>
    public const string InvalidRosterRow = "InvalidRosterRow";
}
