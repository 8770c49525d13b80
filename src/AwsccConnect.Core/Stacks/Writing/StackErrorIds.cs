namespace AwsccConnect.Core.Stacks;

/// <summary>The error ids of writing and tearing down stacks; they appear as <c>FullyQualifiedErrorId</c>.</summary>
public static class StackErrorIds
{
    /// <summary>The file exists and was to be kept (-NoClobber).</summary>
    public const string FileExists = "FileExists";

    /// <summary>The file cannot be written.</summary>
    public const string FileNotWritable = "FileNotWritable";
}
