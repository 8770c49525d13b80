using System.Runtime.CompilerServices;

namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>Makes asynchronous sequences of others.</summary>
internal static class AsyncSequence
{
    /// <summary>A sequence that gives items without waiting.</summary>
    public static async IAsyncEnumerable<T> ToAsyncSequence<T>(this IEnumerable<T> items)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }

    /// <summary>All items.</summary>
    public static async Task<IReadOnlyList<T>> CollectAsync<T>(this IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items.ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>The items up to a failure, and then what it means; a failure that means nothing is thrown.</summary>
    public static async IAsyncEnumerable<T> EndWithFailure<T>(
        this IAsyncEnumerable<T> items,
        Func<ConnectOperationException, bool> isMeant,
        Func<ConnectOperationException, T> meaningOf,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var all = items.GetAsyncEnumerator(cancellationToken);
        await using (all.ConfigureAwait(false))
        {
            ConnectOperationException? failure = null;
            while (failure is null)
            {
                try
                {
                    if (!await all.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (ConnectOperationException exception) when (isMeant(exception))
                {
                    failure = exception;
                }

                yield return failure is null ? all.Current : meaningOf(failure);
            }
        }
    }
}
