using System.Runtime.CompilerServices;

namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>Runs a <see cref="BulkRunner{TItem,TResult}"/> over a stream of items and cleans up behind it.</summary>
internal static class BulkStream
{
    public static async IAsyncEnumerable<BulkOutcome<TItem, TResult>> RunAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items,
        int parallelism,
        BulkOrder order,
        Func<TItem, CancellationToken, Task<TResult>> work,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in RunInBatchesAsync(items, parallelism, order, 1, work, cancellationToken).ConfigureAwait(false))
        {
            yield return batch[0];
        }
    }

    /// <summary>As <see cref="RunAsync"/>, with the outcomes that are there handed over together.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<BulkOutcome<TItem, TResult>>> RunInBatchesAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items,
        int parallelism,
        BulkOrder order,
        int maximum,
        Func<TItem, CancellationToken, Task<TResult>> work,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var runner = new BulkRunner<TItem, TResult>(parallelism, order, work);
        var feeding = Task.Run(() => FeedAsync(items, runner, linked.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in runner.ReadBatchesAsync(maximum, linked.Token).ConfigureAwait(false))
            {
                yield return batch;
            }

            await feeding.ConfigureAwait(false);
        }
        finally
        {
            await linked.CancelAsync().ConfigureAwait(false);
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await runner.JoinAsync().ConfigureAwait(false);
        }
    }

    private static async Task FeedAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items, BulkRunner<TItem, TResult> runner, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await runner.SubmitAsync(item, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            runner.Complete();
        }
    }
}
