using System.Diagnostics.CodeAnalysis;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// Polls all requests in flight of a command. Writes are asynchronous: the response to a write is a
/// progress event (<see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-manage-requests.html"/>).
/// Each request is polled at the time that AWS gives (RetryAfter) or when it is likely done; where many are due
/// at once, one list replaces the single polls.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is not used holds nothing to release.")]
internal sealed class RequestScheduler(ServiceConnection connection, CommandRun run, RequestReader reader, RetryingClient calls)
{
    /// <summary>From this many due requests on, one list is read instead.</summary>
    private const int ListThreshold = 4;

    /// <summary>Requests that come due within this time are polled together.</summary>
    private static readonly TimeSpan BatchWindow = TimeSpan.FromMilliseconds(100);

    private readonly RequestListReader _lists = new(connection, calls, ListThreshold);
    private readonly SemaphoreSlim _concurrency = new(run.Parallelism);
    private readonly PollSchedule _schedule = new(connection.Time, connection.Completions);
    private readonly object _gate = new();
    private readonly List<ScheduledRequest> _waiting = [];
    private TaskCompletionSource? _wake;
    private bool _isRunning;

    /// <summary>Waits for the end of a request.</summary>
    /// <exception cref="ConnectOperationException">The time-out passed (<see cref="ErrorIds.RequestTimeout"/>) or the status could not be read.</exception>
    public async Task<ProgressEvent> WaitAsync(ProgressEvent accepted, string label, Deadline deadline, CancellationToken cancellationToken)
    {
        if (RequestStatus.IsTerminal(accepted))
        {
            return accepted;
        }

        var request = NewRequest(accepted, label, deadline);
        // Where the write itself took all the time, it is polled once nevertheless, at once: it may have ended.
        Schedule(request);
        return await CompletionAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Waits for the end of a request that this command has not sent. It is polled at once, together with others that
    /// come at the same time, unless AWS has given a time.
    /// </summary>
    /// <exception cref="ConnectOperationException">
    /// The time-out passed (<see cref="ErrorIds.RequestTimeout"/>), AWS knows no such request
    /// (<see cref="ErrorIds.RequestTokenNotFound"/>), or the status could not be read.
    /// </exception>
    public Task<ProgressEvent> WatchAsync(ProgressEvent known, string label, Deadline deadline, CancellationToken cancellationToken)
    {
        var hasRetryAfter = known.RetryAfter is { } retryAfter && retryAfter.ToUniversalTime() > connection.Time.GetUtcNow().UtcDateTime;
        var request = NewRequest(known, label, deadline, isFromOtherCommand: true);
        SetDue(request, hasRetryAfter ? _schedule.Pause(request) : BatchWindow);
        return CompletionAsync(request, cancellationToken);
    }

    private ScheduledRequest NewRequest(ProgressEvent progress, string label, Deadline deadline, bool isFromOtherCommand = false) => new()
    {
        Progress = progress,
        Label = label,
        Deadline = deadline,
        Token = progress.RequestToken ?? throw RequestFailures.NoProgress(label, "(none)"),
        Accepted = connection.Time.GetTimestamp(),
        AcceptedEventTime = progress.EventTime,
        IsFromOtherCommand = isFromOtherCommand,
    };

    private async Task<ProgressEvent> CompletionAsync(ScheduledRequest request, CancellationToken cancellationToken)
    {
        Enqueue(request);
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

    /// <summary>Puts a request on the list and starts the polling loop where it does not run.</summary>
    private void Enqueue(ScheduledRequest request)
    {
        lock (_gate)
        {
            _waiting.Add(request);
            _wake?.TrySetResult();
            if (!_isRunning)
            {
                _isRunning = true;
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
                if (_waiting.Count == 0 || run.Stop.IsStopping)
                {
                    _isRunning = false;
                    return;
                }

                (due, pause) = TakeDue();
                _wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                wake = _wake.Task;
            }

            if (due.Count > 0)
            {
                await PollAsync(due).ConfigureAwait(false);
                continue;
            }

            using var sleep = CancellationTokenSource.CreateLinkedTokenSource(run.Stop.Stopping);
            await Task.WhenAny(wake, Task.Delay(pause, connection.Time, sleep.Token)).ConfigureAwait(false);
            await sleep.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes the due requests off the list: they are put back when they have to be polled again.</summary>
    private (List<ScheduledRequest> Due, TimeSpan Pause) TakeDue()
    {
        var now = connection.Time.GetTimestamp();
        var next = _waiting.Min(request => request.Due);
        var pause = connection.Time.GetElapsedTime(now, next);
        if (pause > TimeSpan.Zero)
        {
            return ([], pause);
        }

        var horizon = DueAfter(BatchWindow);
        var due = _waiting.FindAll(request => request.Due <= horizon);
        _waiting.RemoveAll(request => request.Due <= horizon);
        return (due, TimeSpan.Zero);
    }

    private async Task PollAsync(List<ScheduledRequest> due)
    {
        var listed = due.FindAll(request => !request.IsUnlisted);
        if (_lists.IsUsable && listed.Count >= ListThreshold)
        {
            due.RemoveAll(listed.Contains);
            await ListAsync(listed).ConfigureAwait(false);
        }

        // Polls are not awaited: a slow response must not delay the other requests.
        foreach (var request in due)
        {
            _ = PollOneAsync(request, run.Stop.Stopping);
        }
    }

    private async Task PollOneAsync(ScheduledRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await _concurrency.WaitAsync(cancellationToken).ConfigureAwait(false);
            ProgressEvent progress;
            try
            {
                progress = await reader.GetAsync(request.Token, request.Label, cancellationToken, request.Deadline).ConfigureAwait(false);
            }
            finally
            {
                _concurrency.Release();
            }

            HandleProgress(request, progress);
        }
        catch (OperationCanceledException)
        {
            request.Completion.TrySetCanceled(run.Stop.Stopping);
        }
        catch (Exception exception)
        {
            request.Completion.TrySetException(exception);
        }
    }

    private async Task ListAsync(List<ScheduledRequest> requests)
    {
        Dictionary<string, ProgressEvent>? found;
        try
        {
            found = await _lists.TryFindAsync(requests, run.Stop.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            requests.ForEach(request => request.Completion.TrySetCanceled(run.Stop.Stopping));
            return;
        }

        if (found is null)
        {
            requests.ForEach(request => _ = PollOneAsync(request, run.Stop.Stopping));
            return;
        }

        var missing = requests.FindAll(request => !found.ContainsKey(request.Token));
        foreach (var request in missing)
        {
            request.IsUnlisted = true;
            _ = PollOneAsync(request, run.Stop.Stopping);
        }

        foreach (var request in requests.Except(missing))
        {
            HandleProgress(request, found[request.Token]);
        }
    }

    private void HandleProgress(ScheduledRequest request, ProgressEvent progress)
    {
        request.PollCount++;
        request.Progress = progress;
        if (request.Label == request.Token)
        {
            request.Label = RequestModel.UsernameOf(progress) ?? progress.Identifier ?? request.Token;
        }

        if (RequestStatus.IsTerminal(progress))
        {
            if (_schedule.RecordEnd(request))
            {
                RescheduleAll();
            }

            request.Completion.TrySetResult(progress);
            return;
        }

        if (!Schedule(request))
        {
            request.Completion.TrySetException(RequestFailures.TimedOut(request));
            return;
        }

        Enqueue(request);
    }

    /// <summary>The first request has shown how long they take: the others need not wait for their own first guess.</summary>
    private void RescheduleAll()
    {
        lock (_gate)
        {
            foreach (var waiting in _waiting.Where(waiting => waiting.PollCount == 0 && waiting.Progress.RetryAfter is null))
            {
                var pause = _schedule.Pause(waiting) - connection.Time.GetElapsedTime(waiting.Accepted);
                waiting.Due = DueAfter(pause > TimeSpan.Zero ? pause : TimeSpan.Zero);
            }

            _wake?.TrySetResult();
        }
    }

    /// <summary>Sets when the request is polled next, unless its time is over.</summary>
    private bool Schedule(ScheduledRequest request)
    {
        if (request.Deadline.Left == TimeSpan.Zero)
        {
            return false;
        }

        SetDue(request, _schedule.Pause(request));
        return true;
    }

    /// <summary>At the time-out at the latest, so that no end before it is missed.</summary>
    private void SetDue(ScheduledRequest request, TimeSpan pause) =>
        request.Due = DueAfter(pause < request.Deadline.Left ? pause : request.Deadline.Left);

    private long DueAfter(TimeSpan pause) => connection.Time.GetTimestamp() + (long)(pause.TotalSeconds * connection.Time.TimestampFrequency);
}
