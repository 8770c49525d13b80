namespace AwsccConnect.Core.Operations;

/// <summary>Lets every call start at once: the pace comes from the number of requests in flight and from back-off.</summary>
public sealed class ImmediatePacer : ICallPacer
{
    /// <inheritdoc/>
    public ValueTask WaitAsync(string operation, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public void Accepted(string operation)
    {
    }

    /// <inheritdoc/>
    public void Throttled(string operation)
    {
    }
}
