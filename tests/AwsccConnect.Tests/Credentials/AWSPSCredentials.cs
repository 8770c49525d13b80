namespace Amazon.PowerShell.Common;

/// <summary>Has the name and members of the class that AWS Tools puts into <c>$StoredAWSCredentials</c>.</summary>
public sealed class AWSPSCredentials(Amazon.Runtime.AWSCredentials credentials, string name)
{
    internal Amazon.Runtime.AWSCredentials Credentials { get; } = credentials;

    internal string Name { get; } = name;

    public override string ToString() => Name;
}
