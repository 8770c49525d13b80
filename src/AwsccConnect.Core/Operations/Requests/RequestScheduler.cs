using System.Globalization;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations;

/// <summary>
/// Looks after all requests in flight of a command in one place. Writes are asynchronous: the answer to a write is a
/// progress event (<see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-manage-requests.html"/>).
/// Each request is asked about when AWS says (RetryAfter) or when requests like it were done before; where many are due
/// at once, one list replaces the single questions.
/// </summary>
/// <param name="context">Client and clock.</param>
internal sealed class RequestScheduler(OperationContext context)
{
    /// <summary>Due requests from which on one list is asked for instead.</summary>
    private const int WorthAList = 4;

    /// <summary>Requests that come due within this time are asked about together.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    private readonly CloudControlCaller _caller = new(context);
    private readonly RequestTimes _times = new(context.Time, context.Completions);
    private readonly object _gate = new();
    private readonly List<ScheduledRequest> _waiting = [];
    private TaskCompletionSource? _wake;
    private bool _runs;
    private bool _listsHelp = true;

    /// <summary>Waits for the end of a request.</summary>
    /// <param name="accepted">The progress event of the accepted write.</param>
    /// <param name="label">The user it is about.</param>
    /// <param name="deadline">The user's time-out.</param>
    /// <param name="cancellationToken">Ends the wait; the request goes on at AWS.</param>
    /// <returns>The terminal progress event.</returns>
    /// <exception cref="ConnectOperationException">The time-out passed (<see cref="ErrorIds.RequestTimeout"/>) or the status could not be read.</exception>
    public async Task<ProgressEvent> WaitAsync(ProgressEvent accepted, string label, Deadline deadline, CancellationToken cancellationToken)
    {
        if (RequestStatus.IsTerminal(accepted))
        {
            return accepted;
        }

        var request = new ScheduledRequest
        {
            Progress = accepted,
            Label = label,
            Deadline = deadline,
            Token = accepted.RequestToken ?? throw NoProgress(label, "(none)"),
            Accepted = context.Time.GetTimestamp(),
            AcceptedEventTime = accepted.EventTime,
        };
        if (!Schedule(request))
        {
            throw TimedOut(request);
        }

        Care(request);
        try
        {
            return await request.Completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _waiting.Remove(request);
            }
        }
    }

    /// <summary>Puts a request on the list and sees to it that somebody looks after the list.</summary>
    private void Care(ScheduledRequest request)
    {
        lock (_gate)
        {
            _waiting.Add(request);
            _wake?.TrySetResult();
            if (!_runs)
            {
                _runs = true;
                _ = Task.Run(RunAsync, CancellationToken.None);
            }
        }
    }

    private async Task RunAsync()
    {
        while (true)
        {
            List<ScheduledRequest> due;
            TimeSpan pause;
            Task wake;
            lock (_gate)
            {
                if (_waiting.Count == 0 || context.Stop.IsStopping)
                {
                    _runs = false;
                    return;
                }

                (due, pause) = TakeDue();
                _wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                wake = _wake.Task;
            }

            if (due.Count > 0)
            {
                await AskAsync(due).ConfigureAwait(false);
                continue;
            }

            using var sleep = CancellationTokenSource.CreateLinkedTokenSource(context.Stop.Stopping);
            await Task.WhenAny(wake, Task.Delay(pause, context.Time, sleep.Token)).ConfigureAwait(false);
            await sleep.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes the due requests off the list: they are put back when they have to be asked about again.</summary>
    private (List<ScheduledRequest> Due, TimeSpan Pause) TakeDue()
    {
        var now = context.Time.GetTimestamp();
        var next = _waiting.Min(request => request.Due);
        var pause = context.Time.GetElapsedTime(now, next);
        if (pause > TimeSpan.Zero)
        {
            return ([], pause);
        }

        var horizon = now + (long)(Together.TotalSeconds * context.Time.TimestampFrequency);
        var due = _waiting.FindAll(request => request.Due <= horizon);
        _waiting.RemoveAll(due.Contains);
        return (due, TimeSpan.Zero);
    }

    private async Task AskAsync(List<ScheduledRequest> due)
    {
        var listed = due.FindAll(request => !request.IsUnlisted);
        if (_listsHelp && listed.Count >= WorthAList)
        {
            due.RemoveAll(listed.Contains);
            await ListAsync(listed).ConfigureAwait(false);
        }

        // Questions are not waited for: a slow answer must not hold up the other requests.
        foreach (var request in due)
        {
            _ = AskOneAsync(request, context.Stop.Stopping);
        }
    }

    private async Task AskOneAsync(ScheduledRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var status = await _caller.ReadAsync(
                "GetResourceRequestStatus",
                request.Label,
                request.Deadline,
                wire => context.Client.GetResourceRequestStatusAsync(new GetResourceRequestStatusRequest { RequestToken = request.Token }, wire),
                cancellationToken).ConfigureAwait(false);
            Answer(request, status.ProgressEvent ?? throw NoProgress(request.Label, request.Token));
        }
        catch (OperationCanceledException)
        {
            request.Completion.TrySetCanceled(context.Stop.Stopping);
        }
        catch (Exception exception)
        {
            request.Completion.TrySetException(exception);
        }
    }

    private async Task ListAsync(List<ScheduledRequest> requests)
    {
        Dictionary<string, ProgressEvent> found;
        try
        {
            var answer = await _caller.ReadAsync(
                "ListResourceRequests",
                string.Create(CultureInfo.InvariantCulture, $"{requests.Count} requests"),
                requests[0].Deadline,
                wire => context.Client.ListResourceRequestsAsync(
                    new ListResourceRequestsRequest
                    {
                        MaxResults = 100,
                        ResourceRequestStatusFilter = new ResourceRequestStatusFilter
                        {
                            Operations = [.. requests.Select(request => request.Progress.Operation?.Value).OfType<string>().Distinct(StringComparer.Ordinal)],
                        },
                    },
                    wire),
                context.Stop.Stopping).ConfigureAwait(false);
            found = (answer.ResourceRequestStatusSummaries ?? [])
                .Where(progress => progress.RequestToken is not null)
                .GroupBy(progress => progress.RequestToken, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        }
        catch (OperationCanceledException)
        {
            requests.ForEach(request => request.Completion.TrySetCanceled(context.Stop.Stopping));
            return;
        }
        catch (ConnectOperationException)
        {
            // Without permission to list, or with a list that cannot be read, each is asked about by itself.
            found = [];
        }

        var missing = requests.FindAll(request => !found.ContainsKey(request.Token));
        _listsHelp = missing.Count <= requests.Count / 2;
        foreach (var request in missing)
        {
            request.IsUnlisted = true;
            _ = AskOneAsync(request, context.Stop.Stopping);
        }

        foreach (var request in requests.Except(missing))
        {
            Answer(request, found[request.Token]);
        }
    }

    private void Answer(ScheduledRequest request, ProgressEvent progress)
    {
        request.Asked++;
        request.Progress = progress;
        if (RequestStatus.IsTerminal(progress))
        {
            if (_times.Learn(request))
            {
                RescheduleAll();
            }

            request.Completion.TrySetResult(progress);
            return;
        }

        if (!Schedule(request))
        {
            request.Completion.TrySetException(TimedOut(request));
            return;
        }

        Care(request);
    }

    /// <summary>The first request has shown how long they take: the others need not wait for their own first guess.</summary>
    private void RescheduleAll()
    {
        lock (_gate)
        {
            foreach (var waiting in _waiting.Where(waiting => waiting.Asked == 0 && waiting.Progress.RetryAfter is null))
            {
                var since = context.Time.GetElapsedTime(waiting.Accepted);
                var pause = _times.Pause(waiting) - since;
                waiting.Due = context.Time.GetTimestamp() + (long)(Math.Max(pause.TotalSeconds, 0) * context.Time.TimestampFrequency);
            }

            _wake?.TrySetResult();
        }
    }

    /// <summary>Sets when the request is asked about next; for the last time when the time-out passes.</summary>
    /// <returns>False when that was the last time.</returns>
    private bool Schedule(ScheduledRequest request)
    {
        var pause = _times.Pause(request);
        if (request.Deadline.IsPassedAfter(pause))
        {
            if (request.IsLastLook)
            {
                return false;
            }

            request.IsLastLook = true;
            pause = request.Deadline.Left;
        }

        request.Due = context.Time.GetTimestamp() + (long)(pause.TotalSeconds * context.Time.TimestampFrequency);
        return true;
    }

    private static ConnectOperationException TimedOut(ScheduledRequest request) => new(
        ErrorIds.RequestTimeout,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The {request.Progress.Operation} request for '{request.Label}' was still {request.Progress.OperationStatus} when the time-out of {request.Deadline.Timeout.TotalSeconds:0} seconds passed; it goes on at AWS (request token {request.Token})."),
        "Look at the user later with Get-ConnectUser before sending the change again.")
    {
        RequestToken = request.Token,
    };

    private static ConnectOperationException NoProgress(string label, string token) => new(
        ErrorIds.InvalidResponse,
        $"AWS answered for '{label}' without a progress event (request token {token}).",
        "Look at the user with Get-ConnectUser before sending the change again.")
    {
        RequestToken = token,
    };
}
