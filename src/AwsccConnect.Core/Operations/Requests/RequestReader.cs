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

    /// <summary>Reads how a request stands. Throws where AWS knows no such request (<see cref="ErrorIds.RequestTokenNotFound"/>).</summary>
    public async Task<ProgressEvent> GetAsync(string token, string? label, CancellationToken cancellationToken, Deadline? deadline = null)
    {
        try
        {
            var status = await calls.ReadAsync(
                connection.Client.GetResourceRequestStatusAsync,
                new GetResourceRequestStatusRequest { RequestToken = token },
                label ?? token,
                deadline ?? new Deadline(connection.Time, timeout),
                cancellationToken).ConfigureAwait(false);
            var progress = RequestStatus.Of(status.ProgressEvent, token) ?? throw RequestFailures.NoProgress(label ?? token, token);
            connection.Recent.Add(progress);
            return progress;
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.RequestTokenNotFound)
        {
            throw RequestFailures.TokenNotFound(token, label, [connection.Region], exception);
        }
    }

    /// <summary>Lists requests, page by page, a page ahead, in the service's order. The events have no resource model.</summary>
    public IAsyncEnumerable<ProgressEvent> ListAsync(
        IReadOnlyList<string> operations, IReadOnlyList<string> statuses, CancellationToken cancellationToken) =>
        PagedList.ReadAsync(
            $"list of requests in {connection.Region}",
            async (nextToken, ahead) =>
            {
                var page = await calls.ReadAsync(
                    connection.Client.ListResourceRequestsAsync,
                    new ListResourceRequestsRequest { MaxResults = LargestPage, NextToken = nextToken, ResourceRequestStatusFilter = Filter(operations, statuses) },
                    connection.Region,
                    new Deadline(connection.Time, timeout),
                    ahead).ConfigureAwait(false);
                return (page.ResourceRequestStatusSummaries ?? [], page.NextToken);
            },
            progress => progress.RequestToken,
            cancellationToken,
            entries: "requests");

    private static ResourceRequestStatusFilter? Filter(IReadOnlyList<string> operations, IReadOnlyList<string> statuses) => operations.Count + statuses.Count == 0
        ? null
        : new() { Operations = operations.Count > 0 ? [.. operations] : null, OperationStatuses = statuses.Count > 0 ? [.. statuses] : null };
}
