using Amazon.Runtime;

namespace AwsccConnect.CloudControl.Protocol;

/// <summary>The SDK's sets of defaults. They differ in how long a connection may take to open.</summary>
internal static class ConnectionDefaults
{
    public static IDefaultConfiguration For(DefaultConfigurationMode mode)
    {
        var connect = TimeSpan.FromSeconds(mode switch
        {
            DefaultConfigurationMode.InRegion or DefaultConfigurationMode.Auto => 1.1,
            DefaultConfigurationMode.Mobile => 30,
            _ => 3.1,
        });
        return new DefaultConfiguration
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = connect,
            TlsNegotiationTimeout = connect,
        };
    }
}
