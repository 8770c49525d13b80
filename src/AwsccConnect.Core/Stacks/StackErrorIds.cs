namespace AwsccConnect.Core.Stacks;

/// <summary>The error ids of writing and taking down stacks; they appear as <c>FullyQualifiedErrorId</c> and in reports.</summary>
public static class StackErrorIds
{
    /// <summary>The file exists and was to be kept (-NoClobber).</summary>
    public const string FileExists = "FileExists";

    /// <summary>The file cannot be written.</summary>
    public const string FileNotWritable = "FileNotWritable";

    /// <summary>The file keeps the user from being removed.</summary>
    public const string ProtectedUser = "ProtectedUser";
}
