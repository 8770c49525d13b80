using Amazon.Runtime.Internal;

namespace AwsccConnect.Session;

/// <summary>
/// Bounds the responses of all clients made from now on, those that fetch credentials among them. The SDK is loaded privately, so
/// other modules' clients are not touched.
/// </summary>
internal sealed class ClientPipelineCustomizer : IRuntimePipelineCustomizer
{
    private static readonly Lazy<bool> Registration = new(() =>
    {
        RuntimePipelineCustomizerRegistry.Instance.Register(new ClientPipelineCustomizer());
        return true;
    });

    public string UniqueName => typeof(ClientPipelineCustomizer).FullName!;

    /// <summary>Makes sure that clients get the limit; any number of times.</summary>
    public static void Install() => _ = Registration.Value;

    public void Customize(Type type, RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.AddHandlerAfter<Unmarshaller>(new ResponseLimit());
    }
}
