namespace AwsccConnect.Core.Operations;

/// <summary>
/// Decides when a call may start and learns from how it ended. One pacer serves all commands of a session that talk
/// to the same account and Region.
/// </summary>
public interface ICallPacer
{
    /// <summary>Waits until a call of this kind may start.</summary>
    /// <param name="operation">Cloud Control operation name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the call may start.</returns>
    ValueTask WaitAsync(string operation, CancellationToken cancellationToken);

    /// <summary>A call was accepted.</summary>
    /// <param name="operation">Cloud Control operation name.</param>
    void Accepted(string operation);

    /// <summary>AWS refused a call, or ended a request, because of the rate.</summary>
    /// <param name="operation">Cloud Control operation name.</param>
    void Throttled(string operation);
}
