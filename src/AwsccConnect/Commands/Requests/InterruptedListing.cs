using AwsccConnect.Commands.Users;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Commands.Requests;

/// <summary>
/// Gets the status of the requests that the session's stopped commands left behind. One whose end was reported is not reported
/// again.
/// </summary>
internal sealed class InterruptedListing(CmdletPipeline output, Func<string?, ConnectOperations> operationsFor, UserPage page)
{
    /// <summary>How far AWS's clock may be from this machine's. Signatures allow no more.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>After this time a write that is not found at AWS was not accepted.</summary>
    private static readonly TimeSpan LongestArrival = TimeSpan.FromMinutes(1);

    /// <summary>AWS deletes requests after this time.</summary>
    private static readonly TimeSpan History = TimeSpan.FromDays(7);

    /// <summary>Regions; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Reports the requests that were sent to an endpoint.</summary>
    public async Task RunAsync(string? endpoint, int parallelism, CancellationToken cancellationToken)
    {
        var entries = InterruptedRequests.At(endpoint)
            .Where(entry => Regions.Count == 0 || Regions.Contains(entry.Request.Region, StringComparer.OrdinalIgnoreCase))
            .Where(_ => page.TryTake())
            .ToAsyncSequence();
        var reads = BulkStream.RunAsync(entries, parallelism, BulkOrder.AsSubmitted, ReadAsync, cancellationToken);
        await foreach (var read in reads.ConfigureAwait(false))
        {
            if (read.Error is not null)
            {
                await output.FailAsync(read.Error, read.Item.Request.RequestToken ?? read.Item.Request.Label).ConfigureAwait(false);
                continue;
            }

            var (request, isOver) = read.Result;
            await output.WriteAsync(UserOutput.WithCredential(request, request.RequestToken is null ? null : read.Item.Request.Generated), () =>
            {
                if (isOver)
                {
                    InterruptedRequests.Remove(read.Item);
                }
            }).ConfigureAwait(false);
        }
    }

    private async Task<(ConnectUserRequest Request, bool IsOver)> ReadAsync(InterruptedRequest entry, CancellationToken cancellationToken)
    {
        var write = entry.Request;
        var operations = operationsFor(write.Region);
        if (write.RequestToken is null)
        {
            return await FindAsync(write, operations, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var progress = await operations.Requests.GetAsync(write.RequestToken, write.Label, cancellationToken).ConfigureAwait(false);
            return (ConnectUserRequest.From(progress, write.Label == write.RequestToken ? null : write.Label, write.Region), RequestStatus.IsTerminal(progress));
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.RequestTokenNotFound)
        {
            if (operations.Connection.Time.GetUtcNow() - write.Since > History)
            {
                InterruptedRequests.Remove(entry);
            }

            throw;
        }
    }

    /// <summary>A write without a response before the stop: looked up in the history, else reported with what is known.</summary>
    private static async Task<(ConnectUserRequest Request, bool IsOver)> FindAsync(
        InFlightRequest write, ConnectOperations operations, CancellationToken cancellationToken)
    {
        if (await operations.History.FindAsync(write, ClockTolerance, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return (found.Of(write.Label), RequestStatus.IsTerminal(found.OperationStatus));
        }

        var isOver = operations.Connection.Time.GetUtcNow() - write.Since > LongestArrival;
        return (
            new ConnectUserRequest
            {
                Operation = write.Operation,
                User = write.Label,
                Region = write.Region,
                EventTime = write.Since.UtcDateTime,
                StatusMessage = $"AWS had not responded before the stop, and has no such request {(isOver ? "now: it was not accepted" : "so far: it was probably not accepted")} (client token {write.ClientToken}).",
            },
            isOver);
    }
}
