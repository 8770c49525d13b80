using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Pipeline;

/// <summary>Ignores everything: no verbose output was requested.</summary>
internal sealed class SilentObserver : ICallObserver
{
    /// <summary>The one instance.</summary>
    public static SilentObserver Instance { get; } = new();

    public void CallFinished(CallRecord record)
    {
    }

    public void Note(string message)
    {
    }
}
