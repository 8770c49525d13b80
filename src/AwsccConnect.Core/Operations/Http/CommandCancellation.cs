namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// Two stages of stopping. <see cref="Stopping"/> ends waiting and keeps new calls from starting;
/// <see cref="Abandon"/> follows after <see cref="GracePeriod"/> and cuts writes that are on the wire. The time between
/// lets AWS answer a write it may already have accepted, so that its request token can be told to the user.
/// </summary>
public sealed class CommandCancellation : IDisposable
{
    /// <summary>How long a write on the wire may still be answered after a stop: 1.2 seconds.</summary>
    public static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(1.2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandon = new();

    /// <summary>Cancelled at once on a stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Cancelled <see cref="GracePeriod"/> after a stop.</summary>
    public CancellationToken Abandon => _abandon.Token;

    /// <summary>Whether a stop was asked for.</summary>
    public bool IsStopping => _stopping.IsCancellationRequested;

    /// <summary>Stops; further calls have no effect. Safe from any thread.</summary>
    public void Stop()
    {
        try
        {
            if (!_abandon.IsCancellationRequested)
            {
                _abandon.CancelAfter(GracePeriod);
            }

            _stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command has ended meanwhile: there is nothing left to stop.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _abandon.Dispose();
    }
}
