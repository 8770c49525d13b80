using System.Runtime.CompilerServices;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>The requests of the last 7 days in one Region, with the names of the users they are about.</summary>
internal sealed class RequestHistory(string region, RequestReader reader, CommandRun run)
{
    private const int BatchSize = 64;

    /// <summary>Lists requests, with only what the list itself contains.</summary>
    public async IAsyncEnumerable<ProgressEvent> ListAsync(RequestFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var progress in reader.ListAsync(filter.Operations, filter.Statuses, cancellationToken).ConfigureAwait(false))
        {
            if (filter.Matches(progress))
            {
                yield return progress;
            }
        }
    }

    /// <summary>
    /// Names the users of requests. Lists leave the model out, which has the name: a request that the list has no name
    /// of, a create that has not succeeded, is read individually; the others only on request.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<ConnectUserRequest>> NameAsync(
        IAsyncEnumerable<ProgressEvent> requests, bool readsAll, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reads = BulkStream.RunInBatchesAsync(
            requests, run.Parallelism, BulkOrder.AsSubmitted, BatchSize, (request, token) => NameAsync(request, readsAll, token), cancellationToken);
        await foreach (var batch in reads.ConfigureAwait(false))
        {
            if (batch.FirstOrDefault(read => read.Error is not null)?.Error is { } error)
            {
                throw error;
            }

            yield return [.. batch.Select(read => read.Result!)];
        }
    }

    /// <summary>
    /// Looks for the request of a write that AWS did not respond to. The history has no client tokens, so it goes by
    /// operation, user and time.
    /// </summary>
    public async Task<ConnectUserRequest?> FindAsync(InFlightRequest write, TimeSpan tolerance, CancellationToken cancellationToken)
    {
        var recent = ListAsync(new RequestFilter { Operations = [write.Operation], Earliest = (write.Since - tolerance).UtcDateTime }, cancellationToken);
        ConnectUserRequest? latest = null;
        await foreach (var batch in NameAsync(recent, readsAll: true, cancellationToken).ConfigureAwait(false))
        {
            foreach (var request in batch)
            {
                var isMeant = string.Equals(request.User, write.Label, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(request.Identifier, write.Label, StringComparison.OrdinalIgnoreCase);
                if (isMeant && (latest is null || request.EventTime > latest.EventTime))
                {
                    latest = request;
                }
            }
        }

        return latest;
    }

    private async Task<ConnectUserRequest> NameAsync(ProgressEvent request, bool readsAll, CancellationToken cancellationToken)
    {
        var isUnnamed = string.IsNullOrEmpty(request.ResourceModel) && (readsAll || string.IsNullOrEmpty(request.Identifier));
        if (isUnnamed && RequestModel.IsUser(request))
        {
            try
            {
                request = await reader.GetAsync(request.RequestToken, request.Identifier, cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectOperationException exception) when (!exception.EndsCommand)
            {
                // The list has the rest: a name that cannot be read does not hide the request.
                run.Observer.Note($"The name of the user of request {request.RequestToken} could not be read: {exception.Message}");
            }
        }

        return ConnectUserRequest.From(request, null, region);
    }
}
