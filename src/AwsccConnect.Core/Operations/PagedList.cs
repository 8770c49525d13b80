using System.Globalization;
using System.Runtime.CompilerServices;

namespace AwsccConnect.Core.Operations;

/// <summary>Reads lists of AWS page by page, a page ahead.</summary>
internal static class PagedList
{
    /// <summary>Pages in a row that bring nothing new; after as many the list is taken for endless. Filtered pages may be empty.</summary>
    private const int MaximumEmptyPages = 100;

    /// <summary>Reads a list; an entry that comes twice is returned once. Throws where a page cannot be read, or the pages do not end.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        string list,
        Func<string?, CancellationToken, Task<(List<T> Items, string? Next)>> readPage,
        Func<T, string?> identifierOf,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        string entries = "entries")
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var seen = new IdentifierSet();
        var emptyPages = 0;
        using var ahead = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = readPage(null, ahead.Token);
        try
        {
            while (next is not null)
            {
                var (items, token) = await next.ConfigureAwait(false);
                next = null;
                var nextToken = string.IsNullOrEmpty(token) ? null : token;
                if (nextToken is not null && !tokens.Add(nextToken))
                {
                    throw Endless(list, entries, "AWS returned the same page token twice", seen.Count);
                }

                if (nextToken is not null && emptyPages == MaximumEmptyPages)
                {
                    throw Endless(list, entries, string.Create(CultureInfo.InvariantCulture, $"{emptyPages} pages in a row had nothing new"), seen.Count);
                }

                var before = seen.Count;
                for (var index = 0; index < items.Count; index++)
                {
                    // The second page is fetched once half of the first is read, so that an early stop costs no page;
                    // further ones sooner, or the reads would wait for them.
                    var share = tokens.Count > 1 ? 5 : 2;
                    if (nextToken is not null && next is null && index * share >= items.Count)
                    {
                        next = readPage(nextToken, ahead.Token);
                    }

                    if (identifierOf(items[index]) is { Length: > 0 } identifier && seen.Add(identifier))
                    {
                        yield return items[index];
                    }
                }

                emptyPages = seen.Count > before ? 0 : emptyPages + 1;
                next ??= nextToken is null ? null : readPage(nextToken, ahead.Token);
            }
        }
        finally
        {
            await ahead.CancelAsync().ConfigureAwait(false);
            if (next is not null)
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static ConnectOperationException Endless(string list, string entries, string reason, int count) => new(
        ErrorIds.InvalidResponse,
        $"The {list} does not end: {reason}. {count} {entries} were read before.",
        "Run the command again; if it happens again, report it to AWS with the request ids of -Verbose.");
}
