namespace AwsccConnect.Session;

/// <summary>
/// Runs what the SDK offers only without a time-out: the metadata service of a machine that has none may swallow requests
/// for half a minute and more.
/// </summary>
internal static class BoundedWait
{
    /// <summary>Runs something on a thread of its own and waits for it. Throws <see cref="TimeoutException"/> where it takes longer.</summary>
    public static T Run<T>(Func<T> work, TimeSpan limit, CancellationToken stopping) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(limit, stopping)
            .GetAwaiter()
            .GetResult();
}
