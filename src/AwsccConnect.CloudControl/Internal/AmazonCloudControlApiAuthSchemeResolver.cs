using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.CloudControlApi.Internal;

/// <summary>Chooses the way of signing: Signature Version 4 for every operation.</summary>
public class AmazonCloudControlApiAuthSchemeResolver : IAuthSchemeResolver<AmazonCloudControlApiAuthSchemeParameters>
{
    /// <summary>The ways of signing, the preferred one first.</summary>
    public List<IAuthSchemeOption> ResolveAuthScheme(AmazonCloudControlApiAuthSchemeParameters authParameters) =>
        AuthSchemeOption.DEFAULT_SIGV4;
}
