namespace AwsccConnect.Core.Operations.Pacing;

/// <summary>
/// Decides when a call may start and learns from how it ended. One pacer serves all commands of a session that talk
/// to the same account and Region.
/// </summary>
public interface ICallPacer
{
    /// <summary>Waits until a call of this kind may start.</summary>
    /// <param name="operation">Cloud Control operation name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The epoch in which the call was started, to be passed back with its end.</returns>
    ValueTask<int> WaitAsync(string operation, CancellationToken cancellationToken);

    /// <summary>The service took the call: a read got its response, a write was carried out.</summary>
    /// <param name="operation">Cloud Control operation name.</param>
    /// <param name="epoch">What <see cref="WaitAsync"/> gave.</param>
    void Accepted(string operation, int epoch);

    /// <summary>AWS refused a call, or ended a request, because of the rate.</summary>
    /// <param name="operation">Cloud Control operation name.</param>
    /// <param name="epoch">What <see cref="WaitAsync"/> gave.</param>
    void Throttled(string operation, int epoch);

    /// <summary>The call needed no work, since it was done before. It does not count.</summary>
    /// <param name="operation">Cloud Control operation name.</param>
    void Refunded(string operation)
    {
    }
}
