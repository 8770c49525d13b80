namespace AwsccConnect.Pipeline;

/// <summary>Has one step of work that runs in parallel done in the order of the input.</summary>
internal sealed class InputGate(InputGate? previous)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private InputGate? _previous = previous;

    /// <summary>Waits until all earlier gates have ended.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (_previous is { } before)
        {
            await before._ended.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            // Releases the chain of earlier gates, or a long run would keep all of them.
            _previous = null;
        }
    }

    /// <summary>Ends the gate once the ones before have ended; further calls have no effect.</summary>
    public void End()
    {
        if (_previous is { } before && !before._ended.Task.IsCompleted)
        {
            _ = before._ended.Task.ContinueWith(
                _ => _ended.TrySetResult(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return;
        }

        _previous = null;
        _ended.TrySetResult();
    }
}
