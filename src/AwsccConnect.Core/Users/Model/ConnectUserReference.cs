using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>A user known by its identifier only: what a list returns without reading each user.</summary>
public sealed class ConnectUserReference
{
    /// <summary>Makes a reference; the instance and the Region are taken from the user's ARN where they are null.</summary>
    internal ConnectUserReference(string userArn, string? instanceArn = null, string? region = null, string? username = null, DateTime? lastModifiedTime = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(userArn);
        _ = ConnectArn.TryParse(userArn, out var arn);
        UserArn = userArn;
        InstanceArn = instanceArn ?? arn?.InstanceArn;
        Region = region ?? arn?.Region;
        Username = username;
        LastModifiedTime = lastModifiedTime;
    }

    /// <summary>The username; null where the list does not have it.</summary>
    public string? Username { get; }

    /// <summary>The user's ARN.</summary>
    public string UserArn { get; }

    /// <summary>The instance's ARN.</summary>
    public string? InstanceArn { get; }

    /// <summary>The Region.</summary>
    public string? Region { get; }

    /// <summary>When the user was changed last, in UTC; null where the list does not have it.</summary>
    public DateTime? LastModifiedTime { get; }

    /// <summary>The Cloud Control identifier: the user's ARN.</summary>
    public string Identifier => UserArn;

    /// <summary>The user's ARN.</summary>
    public string Arn => UserArn;

    /// <summary>The user's ARN.</summary>
    /// <returns>The ARN.</returns>
    public override string ToString() => UserArn;
}
