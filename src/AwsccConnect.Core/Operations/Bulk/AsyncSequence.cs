namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>Makes asynchronous sequences of what is there already.</summary>
internal static class AsyncSequence
{
    /// <summary>A sequence that gives items without waiting.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The sequence.</returns>
    public static async IAsyncEnumerable<T> ToAsyncSequence<T>(this IEnumerable<T> items)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
