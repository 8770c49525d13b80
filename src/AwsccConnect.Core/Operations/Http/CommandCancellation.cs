namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// Two stages of stopping. <see cref="Stopping"/> ends waiting and keeps new calls from starting;
/// <see cref="Abandon"/> follows after <see cref="GracePeriod"/> and cancels writes that are in flight. The time between
/// lets AWS respond to a write it may already have accepted, so that its request token can be reported to the user.
/// </summary>
internal sealed class CommandCancellation : IDisposable
{
    /// <summary>How long a write in flight may still get its response after a stop: 1.2 seconds.</summary>
    public static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(1.2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandon = new();

    /// <summary>Cancelled at once on a stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Cancelled <see cref="GracePeriod"/> after a stop.</summary>
    public CancellationToken Abandon => _abandon.Token;

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

    public void Dispose()
    {
        _stopping.Dispose();
        _abandon.Dispose();
    }
}
