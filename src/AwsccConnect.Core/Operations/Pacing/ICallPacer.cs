namespace AwsccConnect.Core.Operations.Pacing;

/// <summary>
/// Decides when a call may start and learns from how it ended. One pacer serves all commands of a session that talk
/// to the same account and Region.
/// </summary>
internal interface ICallPacer
{
    /// <summary>Waits until a call of this kind may start. Returns the epoch in which it was started, to be passed back with its end.</summary>
    ValueTask<int> WaitAsync(string operation, CancellationToken cancellationToken);

    /// <summary>The service took the call: a read got its response, a write was carried out.</summary>
    void Accepted(string operation, int epoch);

    /// <summary>AWS refused a call, or ended a request, because of the rate.</summary>
    void Throttled(string operation, int epoch);

    /// <summary>The call needed no work, since it was done before. It does not count.</summary>
    void Refunded(string operation)
    {
    }
}
