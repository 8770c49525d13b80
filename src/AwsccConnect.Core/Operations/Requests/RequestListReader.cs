using System.Globalization;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>Polls many requests with few calls: a list of the latest requests has up to 100 of them.</summary>
internal sealed class RequestListReader(ServiceConnection connection, RetryingClient calls, int minimumCount)
{
    /// <summary>
    /// Time in which a page is retried: no request is polled meanwhile, and with single polls the work
    /// continues.
    /// </summary>
    private static readonly TimeSpan RetryWindow = TimeSpan.FromSeconds(2);

    /// <summary>After a list that failed for a transient reason, none is read for this time.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    /// <summary>So many requests are looked for before lists are given up, because they have fewer than half of them.</summary>
    private readonly int _trial = 5 * minimumCount;

    private bool _isUsed = true;
    private long? _failed;
    private int _sought;
    private int _missed;

    /// <summary>Whether lists save calls now.</summary>
    public bool IsUsable => _isUsed && !(_failed is { } failed && connection.Time.GetElapsedTime(failed) < RetryDelay);

    /// <summary>Looks requests up in the lists; null where the first page cannot be read in a short time.</summary>
    public async Task<Dictionary<string, ProgressEvent>?> TryFindAsync(IReadOnlyList<ScheduledRequest> requests, CancellationToken cancellationToken)
    {
        try
        {
            var found = await FindAsync(requests, cancellationToken).ConfigureAwait(false);
            _sought += requests.Count;
            _missed += requests.Count - found.Count;
            _isUsed = _sought < _trial || _missed <= _sought / 2;
            return found;
        }
        catch (ConnectOperationException exception)
        {
            // Without permission to list, or with a list that cannot be read, none is read any more.
            _isUsed = exception.InnerException is { } cause
                && FailureClassifier.Classify(cause).Kind is FailureKind.Throttled or FailureKind.Transient or FailureKind.Busy;
            _failed = connection.Time.GetTimestamp();
            return null;
        }
    }

    /// <summary>Page by page for as long as that saves calls. Throws where the first page cannot be read.</summary>
    private async Task<Dictionary<string, ProgressEvent>> FindAsync(IReadOnlyList<ScheduledRequest> requests, CancellationToken cancellationToken)
    {
        var tokens = requests.Select(request => request.Token).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, ProgressEvent>(StringComparer.Ordinal);
        var operations = OperationsOf(requests);
        var label = string.Create(CultureInfo.InvariantCulture, $"{requests.Count} requests");
        string? next = null;
        for (var page = 1; ; page++)
        {
            var request = new ListResourceRequestsRequest { MaxResults = RequestReader.LargestPage, NextToken = next };
            if (operations is not null)
            {
                request.ResourceRequestStatusFilter = new ResourceRequestStatusFilter { Operations = operations };
            }

            ListResourceRequestsResponse response;
            try
            {
                response = await calls.ReadAsync(
                    connection.Client.ListResourceRequestsAsync, request, label, new Deadline(connection.Time, RetryWindow), cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectOperationException) when (found.Count > 0)
            {
                return found;
            }

            foreach (var progress in response.ResourceRequestStatusSummaries ?? [])
            {
                if (progress.RequestToken is { } token && tokens.Contains(token))
                {
                    found.TryAdd(token, progress);
                }
            }

            // Others' requests can fill the pages before ours: the pages must stay far fewer than the polls they save.
            if (string.IsNullOrEmpty(response.NextToken) || response.NextToken == next || page * minimumCount >= tokens.Count - found.Count)
            {
                return found;
            }

            next = response.NextToken;
        }
    }

    /// <summary>The operations to list; null for all, where some request's is not known.</summary>
    private static List<string>? OperationsOf(IReadOnlyList<ScheduledRequest> requests)
    {
        var operations = requests.Select(request => request.Progress.Operation?.Value).Distinct(StringComparer.Ordinal).ToList();
        return operations.Contains(null) ? null : operations.OfType<string>().ToList();
    }
}
