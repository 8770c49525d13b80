using Amazon.Runtime.Internal.Auth;

namespace Amazon.CloudControlApi.Internal;

/// <summary>What the way of signing is chosen from.</summary>
public class AmazonCloudControlApiAuthSchemeParameters : IAuthSchemeParameters
{
    /// <summary>The operation's name.</summary>
    public string Operation { get; set; }

    /// <summary>The Region's system name.</summary>
    public string Region { get; set; }
}
