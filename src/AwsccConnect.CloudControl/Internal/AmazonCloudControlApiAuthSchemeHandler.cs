using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.CloudControlApi.Internal;

/// <summary>The pipeline's step that chooses how a request is signed and gets the credentials for it.</summary>
public class AmazonCloudControlApiAuthSchemeHandler : BaseAuthResolverHandler
{
    /// <summary>Makes the choice.</summary>
    public AmazonCloudControlApiAuthSchemeResolver AuthSchemeResolver { get; } = new();

    /// <inheritdoc/>
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext)
    {
        ArgumentNullException.ThrowIfNull(executionContext);
        var context = executionContext.RequestContext;
        return AuthSchemeResolver.ResolveAuthScheme(new AmazonCloudControlApiAuthSchemeParameters
        {
            Operation = context.RequestName,
            Region = context.ClientConfig.RegionEndpoint?.SystemName,
        });
    }
}
