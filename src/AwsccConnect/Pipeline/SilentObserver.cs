using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Pipeline;

/// <summary>Hears and says nothing: nobody asked for verbose output.</summary>
internal sealed class SilentObserver : ICallObserver
{
    /// <summary>The one instance.</summary>
    public static SilentObserver Instance { get; } = new();

    /// <inheritdoc/>
    public void CallFinished(CallRecord record)
    {
    }

    /// <inheritdoc/>
    public void Note(string message)
    {
    }
}
