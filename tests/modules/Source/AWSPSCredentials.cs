using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>Has the name and members of the class that AWS Tools puts into <c>$StoredAWSCredentials</c>.</summary>
/// <param name="credentials">The credentials.</param>
/// <param name="name">Their name.</param>
public sealed class AWSPSCredentials(AWSCredentials credentials, string name)
{
    internal AWSCredentials Credentials { get; } = credentials;

    internal string Name { get; } = name;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
