using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// Reads how requests stand, one by one or as a list. AWS keeps requests for 7 days
/// (<see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-manage-requests.html"/>).
/// </summary>
internal sealed class RequestReader(ServiceConnection connection, RetryingClient calls, TimeSpan timeout)
{
    /// <summary>The longest page that the service gives.</summary>
    public const int LargestPage = 100;

    /// <summary>Pages in a row that bring nothing new; after as many the list is taken for endless. Filtered pages may be empty.</summary>
    private const int MaximumEmptyPages = 100;

    /// <summary>Reads how a request stands. Throws where AWS knows no such request (<see cref="ErrorIds.RequestTokenNotFound"/>).</summary>
    public Task<ProgressEvent> GetAsync(string token, string? label, CancellationToken cancellationToken) =>
        GetAsync(token, label, new Deadline(connection.Time, timeout), cancellationToken);

    /// <summary>Reads how a request stands, within a time that has begun.</summary>
    public async Task<ProgressEvent> GetAsync(string token, string? label, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            var status = await calls.ReadAsync(
                "GetResourceRequestStatus",
                label ?? token,
                deadline,
                callToken => connection.Client.GetResourceRequestStatusAsync(new GetResourceRequestStatusRequest { RequestToken = token }, callToken),
                cancellationToken).ConfigureAwait(false);
            var progress = RequestStatus.Of(status.ProgressEvent, token) ?? throw RequestFailures.NoProgress(label ?? token, token);
            connection.Saw(progress);
            return progress;
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.RequestTokenNotFound)
        {
            throw RequestFailures.TokenNotFound(token, label, [connection.Region], exception);
        }
    }

    /// <summary>Lists requests, page by page, a page ahead, in the service's order. The events have no resource model.</summary>
    public async IAsyncEnumerable<ProgressEvent> ListAsync(
        IReadOnlyList<string> operations, IReadOnlyList<string> statuses, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var seen = new IdentifierSet();
        var emptyPages = 0;
        using var ahead = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = PageAsync(operations, statuses, null, ahead.Token);
        try
        {
            while (next is not null)
            {
                var page = await next.ConfigureAwait(false);
                next = null;
                var nextToken = string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken;
                if (nextToken is not null && !pages.Add(nextToken))
                {
                    throw Endless("AWS returned the same page token twice", seen.Count);
                }

                if (nextToken is not null && emptyPages == MaximumEmptyPages)
                {
                    throw Endless(string.Create(CultureInfo.InvariantCulture, $"{emptyPages} pages in a row had nothing new"), seen.Count);
                }

                var before = seen.Count;
                var summaries = page.ResourceRequestStatusSummaries ?? [];
                for (var index = 0; index < summaries.Count; index++)
                {
                    // Not before half of the page is read, so that an early stop costs no page.
                    if (nextToken is not null && next is null && index * 2 >= summaries.Count)
                    {
                        next = PageAsync(operations, statuses, nextToken, ahead.Token);
                    }

                    // The list can move while it is paged through: a request may be on two pages.
                    if (!string.IsNullOrEmpty(summaries[index].RequestToken) && seen.Add(summaries[index].RequestToken))
                    {
                        yield return summaries[index];
                    }
                }

                emptyPages = seen.Count > before ? 0 : emptyPages + 1;
                next ??= nextToken is null ? null : PageAsync(operations, statuses, nextToken, ahead.Token);
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

    private Task<ListResourceRequestsResponse> PageAsync(
        IReadOnlyList<string> operations, IReadOnlyList<string> statuses, string? nextToken, CancellationToken cancellationToken) =>
        calls.ReadAsync(
            "ListResourceRequests",
            connection.Region,
            new Deadline(connection.Time, timeout),
            callToken => connection.Client.ListResourceRequestsAsync(
                new ListResourceRequestsRequest { MaxResults = LargestPage, NextToken = nextToken, ResourceRequestStatusFilter = Filter(operations, statuses) },
                callToken),
            cancellationToken);

    private static ResourceRequestStatusFilter? Filter(IReadOnlyList<string> operations, IReadOnlyList<string> statuses)
    {
        if (operations.Count == 0 && statuses.Count == 0)
        {
            return null;
        }

        var filter = new ResourceRequestStatusFilter();
        if (operations.Count > 0)
        {
            filter.Operations = [.. operations];
        }

        if (statuses.Count > 0)
        {
            filter.OperationStatuses = [.. statuses];
        }

        return filter;
    }

    private ConnectOperationException Endless(string reason, int count) => new(
        ErrorIds.InvalidResponse,
        $"The list of requests in {connection.Region} does not end: {reason}. {count} requests were read before.",
        "Run the command again; if it happens again, report it to AWS with the request ids of -Verbose.");
}
