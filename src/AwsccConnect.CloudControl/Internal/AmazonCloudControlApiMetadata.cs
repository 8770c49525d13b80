using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Internal;

/// <summary>What the SDK's telemetry calls the service and its operations.</summary>
public class AmazonCloudControlApiMetadata : IServiceMetadata
{
    /// <summary>The service's id.</summary>
    public string ServiceId => AmazonCloudControlApiConfig.ServiceId;

    /// <summary>Operations whose .NET name differs from the API's; there are none.</summary>
    public IDictionary<string, string> OperationNameMapping { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
