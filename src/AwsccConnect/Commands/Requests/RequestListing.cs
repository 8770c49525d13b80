using System.Runtime.CompilerServices;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Commands.Users;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Commands.Requests;

/// <summary>Lists requests of the history, Region by Region, as far as the pipeline takes them.</summary>
internal sealed class RequestListing(PSCmdlet cmdlet, CmdletPipeline output, Func<string?, ConnectOperations> operationsFor)
{
    /// <summary>Regions; empty for the session's.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Filter by what the list contains.</summary>
    public required RequestFilter Filter { get; init; }

    /// <summary>Filter by username, -Skip and -First.</summary>
    public required UserPage Page { get; init; }

    /// <summary>Whether the number of requests is written first.</summary>
    public bool IncludeTotalCount { get; init; }

    /// <summary>Lists.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (IncludeTotalCount)
        {
            ulong total = 0;
            await ForEachRegionAsync(async operations => total += await CountAsync(operations, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            await output.WriteAsync(cmdlet.PagingParameters.NewTotalCount(total, Page.HasFilter ? 0.0 : 1.0)).ConfigureAwait(false);
        }

        await ForEachRegionAsync(operations => Page.HasFilter ? FilterByNameAsync(operations, cancellationToken) : ListAsync(operations, cancellationToken))
            .ConfigureAwait(false);
    }

    private async Task ForEachRegionAsync(Func<ConnectOperations, Task> work)
    {
        foreach (var region in Regions.DefaultIfEmpty<string?>(null))
        {
            if (Page.IsFull)
            {
                break;
            }

            try
            {
                await work(operationsFor(region)).ConfigureAwait(false);
            }
            catch (ConnectOperationException exception)
            {
                // Keys that one Region refuses may be good in the others: a Region has to be enabled for the account.
                var endsCommand = Regions.Count <= 1 || exception.ErrorId != ErrorIds.InvalidCredentials;
                await output.FailAsync(exception, region, endsCommand).ConfigureAwait(false);
            }
        }
    }

    private async Task<ulong> CountAsync(ConnectOperations operations, CancellationToken cancellationToken)
    {
        ulong count = 0;
        await foreach (var _ in operations.History.ListAsync(Filter, cancellationToken).ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }

    private async Task ListAsync(ConnectOperations operations, CancellationToken cancellationToken)
    {
        var history = operations.History;
        var matches = MatchingAsync(history.ListAsync(Filter, cancellationToken), cancellationToken);
        await foreach (var batch in history.NameAsync(matches, readsAll: false, cancellationToken).ConfigureAwait(false))
        {
            await output.WriteAllAsync(batch).ConfigureAwait(false);
        }
    }

    /// <summary>The requests that -Skip and -First leave; no page beyond them is fetched.</summary>
    private async IAsyncEnumerable<ProgressEvent> MatchingAsync(
        IAsyncEnumerable<ProgressEvent> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var request in requests.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (Page.TryTake())
            {
                yield return request;
            }

            if (Page.IsFull)
            {
                break;
            }
        }
    }

    /// <summary>
    /// A removal has the user's ARN but no name. Another request for the same user may: so all are read before the
    /// first is written.
    /// </summary>
    private async Task FilterByNameAsync(ConnectOperations operations, CancellationToken cancellationToken)
    {
        var history = operations.History;
        var requests = new List<ConnectUserRequest>();
        await foreach (var batch in history.NameAsync(history.ListAsync(Filter, cancellationToken), readsAll: true, cancellationToken).ConfigureAwait(false))
        {
            requests.AddRange(batch);
        }

        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var request in requests.Where(request => request.Identifier is not null && request.User != request.Identifier))
        {
            names.TryAdd(request.Identifier!, request.User!);
        }

        foreach (var request in requests)
        {
            var name = request.User == request.Identifier ? names.GetValueOrDefault(request.Identifier ?? string.Empty) : request.User;
            if (Page.Matches(name) && Page.TryTake())
            {
                await output.WriteAsync(request.Of(name)).ConfigureAwait(false);
            }
        }
    }
}
