namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>
/// One holder at a time for each key, in the order of the calls. Cloud Control refuses a second write while one is running on the same
/// user, and a patch computed before the first write ended would be out of date.
/// </summary>
internal sealed class KeyedLock
{
    /// <summary>The locks of users: changes of one user come one after the other in all commands of the session.</summary>
    public static KeyedLock Users { get; } = new();

    private readonly Dictionary<string, Holder> _last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the key. Callers get it in the order of their calls.</summary>
    public async ValueTask<IDisposable> AcquireAsync(string key, CancellationToken cancellationToken)
    {
        var own = new Holder(this, key);
        Task before;
        lock (_last)
        {
            before = _last.GetValueOrDefault(key)?.Ended ?? Task.CompletedTask;
            _last[key] = own;
        }

        try
        {
            await before.WaitAsync(cancellationToken).ConfigureAwait(false);
            return own;
        }
        catch
        {
            _ = before.ContinueWith(_ => own.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }

    private void Leave(string key, Holder holder)
    {
        lock (_last)
        {
            if (_last.GetValueOrDefault(key) == holder)
            {
                _last.Remove(key);
            }
        }
    }

    private sealed class Holder(KeyedLock owner, string key) : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => _ended.Task;

        public void Dispose()
        {
            owner.Leave(key, this);
            _ended.TrySetResult();
        }
    }
}
