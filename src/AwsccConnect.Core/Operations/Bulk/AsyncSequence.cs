namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>Makes asynchronous sequences of what is there already.</summary>
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
}
