using Amazon.Runtime.Internal;

namespace AwsccConnect.Session;

/// <summary>
/// Bounds the responses of all clients made from now on, those that fetch credentials among them. The SDK is loaded privately, so
/// other modules' clients are not touched.
/// </summary>
internal sealed class ClientPipelineCustomizer : IRuntimePipelineCustomizer
{
    public string UniqueName => typeof(ClientPipelineCustomizer).FullName!;

    /// <summary>Makes sure that clients get the limit; any number of times, since the SDK takes one customizer of a name.</summary>
    public static void Install() => RuntimePipelineCustomizerRegistry.Instance.Register(new ClientPipelineCustomizer());

    public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandlerAfter<Unmarshaller>(new ResponseLimit());
}
