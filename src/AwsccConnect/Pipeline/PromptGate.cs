namespace AwsccConnect.Pipeline;

/// <summary>
/// A place in a row: lets work run side by side and still speak in the order in which it came, as -WhatIf should.
/// </summary>
internal sealed class PromptGate(PromptGate? previous)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PromptGate? _previous = previous;

    /// <summary>Waits until everybody before has had their turn.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (_previous is { } before)
        {
            await before._ended.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            // Let go of the row behind, or a long run would hold on to all of it.
            _previous = null;
        }
    }

    /// <summary>Ends the turn once the ones before have ended; further calls have no effect.</summary>
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
