using System.Collections.ObjectModel;
using Amazon.Runtime;

namespace Amazon.CloudControlApi;

/// <summary>
/// The sets of defaults that <c>AWS_DEFAULTS_MODE</c> or <see cref="ClientConfig.DefaultConfigurationMode"/> chooses
/// from. They differ in how long a connection may take to open.
/// </summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html">Smart configuration
/// defaults</see> in the AWS SDKs and Tools Reference Guide.
/// </remarks>
public static class AmazonCloudControlApiDefaultConfiguration
{
    /// <summary>For most uses: 3.1 seconds to connect.</summary>
    public static IDefaultConfiguration Standard { get; } =
        Defaults(DefaultConfigurationMode.Standard, TimeSpan.FromSeconds(3.1));

    /// <summary>For callers in the Region that they call: 1.1 seconds to connect.</summary>
    public static IDefaultConfiguration InRegion { get; } =
        Defaults(DefaultConfigurationMode.InRegion, TimeSpan.FromSeconds(1.1));

    /// <summary>For callers in another Region than the one that they call: 3.1 seconds to connect.</summary>
    public static IDefaultConfiguration CrossRegion { get; } =
        Defaults(DefaultConfigurationMode.CrossRegion, TimeSpan.FromSeconds(3.1));

    /// <summary>For slow and unsteady networks: 30 seconds to connect.</summary>
    public static IDefaultConfiguration Mobile { get; } =
        Defaults(DefaultConfigurationMode.Mobile, TimeSpan.FromSeconds(30));

    /// <summary>What the SDK chooses by itself from where it runs, starting from 1.1 seconds to connect.</summary>
    public static IDefaultConfiguration Auto { get; } =
        Defaults(DefaultConfigurationMode.Auto, TimeSpan.FromSeconds(1.1));

    /// <summary>All five sets.</summary>
    public static ReadOnlyCollection<IDefaultConfiguration> GetAllConfigurations() =>
        new([Standard, InRegion, CrossRegion, Mobile, Auto]);

    private static DefaultConfiguration Defaults(DefaultConfigurationMode name, TimeSpan connect) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = connect,
        TlsNegotiationTimeout = connect,
    };
}
