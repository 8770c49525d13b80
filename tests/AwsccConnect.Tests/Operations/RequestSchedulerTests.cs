using System.Net;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Requests;
using NSubstitute.ExceptionExtensions;

namespace AwsccConnect.Tests.Operations;

public sealed class RequestSchedulerTests : IDisposable
{
    private readonly FakeService _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("SUCCESS")]
    [InlineData("FAILED")]
    [InlineData("CANCEL_COMPLETE")]
    public async Task An_ended_request_is_not_polled(string status)
    {
        var operations = _service.Operations();
        var ended = _service.Event(status);
        (await operations.Scheduler.WaitAsync(ended, "jane", Deadline(600), default)).ShouldBeSameAs(ended);
        _service.StatusCalls().ShouldBe(0);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(3)]
    [InlineData(29)]
    public async Task RetryAfter_is_waited_for(double seconds)
    {
        _service.StatusIs(() => _service.Event("SUCCESS"));
        var waiting = Wait(_service.Event("IN_PROGRESS", retryAfter: _service.Time.GetUtcNow().AddSeconds(seconds)));
        var passed = await _service.PassUntilAsync(waiting, stepSeconds: seconds > 5 ? 0.25 : 0.05);
        _service.StatusCalls().ShouldBe(1);
        passed.TotalSeconds.ShouldBeInRange(seconds, seconds * 2 + 3, "the clock is the test's, but the threads are not");
    }

    [Fact]
    public async Task A_RetryAfter_far_ahead_is_cut_to_30_seconds()
    {
        _service.StatusIs(() => _service.Event("SUCCESS"));
        var waiting = Wait(_service.Event("IN_PROGRESS", retryAfter: _service.Time.GetUtcNow().AddHours(2)));
        (await _service.PassUntilAsync(waiting, stepSeconds: 0.25)).TotalSeconds.ShouldBeInRange(30, 60);
    }

    [Fact]
    public async Task A_RetryAfter_in_the_past_asks_soon_but_not_at_once()
    {
        _service.StatusIs(() => _service.Event("SUCCESS"));
        var waiting = Wait(_service.Event("IN_PROGRESS", retryAfter: _service.Time.GetUtcNow().AddSeconds(-5)));
        (await _service.PassUntilAsync(waiting, stepSeconds: 0.01)).TotalSeconds.ShouldBeInRange(0.04, 3);
        _service.StatusCalls().ShouldBe(1);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_by_an_hour_is_taken_out_by_EventTime()
    {
        _service.StatusIs(() => _service.Event("SUCCESS"));
        var accepted = _service.Event("IN_PROGRESS", retryAfter: _service.Time.GetUtcNow().AddHours(1).AddSeconds(2));
        accepted.EventTime = _service.Time.GetUtcNow().AddHours(1).UtcDateTime;
        (await _service.PassUntilAsync(Wait(accepted))).TotalSeconds.ShouldBeInRange(2, 10);
    }

    [Fact]
    public async Task Without_RetryAfter_a_long_request_costs_few_polls()
    {
        var done = _service.Time.GetUtcNow().AddSeconds(30);
        _service.StatusIs(() => _service.Event(_service.Time.GetUtcNow() < done ? "IN_PROGRESS" : "SUCCESS"));
        var last = await Passing(Wait(_service.Event("IN_PROGRESS")), 0.25);
        last.OperationStatus.Value.ShouldBe("SUCCESS");
        _service.StatusCalls().ShouldBeInRange(2, 20);
    }

    [Fact]
    public void A_cancellation_is_looked_at_sooner_than_the_operation_would_be()
    {
        System.Collections.Concurrent.ConcurrentDictionary<string, CompletionEstimator> learned = new() { ["CREATE"] = new() };
        learned["CREATE"].Observe(TimeSpan.FromSeconds(50));
        PollSchedule times = new(_service.Time, learned);
        ScheduledRequest request = new()
        {
            Progress = _service.Event("CANCEL_IN_PROGRESS"), Label = "jane", Deadline = Deadline(600), Token = "request-1", Accepted = 0, PollCount = 1,
        };
        times.Pause(request).TotalSeconds.ShouldBe(0.45, 0.001);
        request.PollCount = 20;
        times.Pause(request).TotalSeconds.ShouldBe(10, 0.001);
    }

    [Fact]
    public async Task A_watched_request_is_looked_at_a_last_time_at_its_time_out()
    {
        var done = _service.Time.GetUtcNow().AddSeconds(8);
        _service.StatusIs(() => _service.Event(_service.Time.GetUtcNow() < done ? "IN_PROGRESS" : "SUCCESS", retryAfter: _service.Time.GetUtcNow().AddSeconds(25)));
        var operations = _service.Operations();
        var waiting = operations.Scheduler.WatchAsync(_service.Event("IN_PROGRESS"), "jane", Deadline(9), default);
        (await Passing(waiting, 0.1)).OperationStatus.Value.ShouldBe("SUCCESS");
        _service.StatusCalls().ShouldBe(2);
    }

    [Fact]
    public async Task Watched_requests_are_found_with_lists_of_later_pages()
    {
        var lists = 0;
        _service.Client.ListResourceRequestsAsync(Arg.Any<ListResourceRequestsRequest>(), Arg.Any<CancellationToken>()).Returns(_ => Task.FromResult(
            ++lists < 4
                ? new ListResourceRequestsResponse { ResourceRequestStatusSummaries = [_service.Event("SUCCESS", $"other-{lists}")], NextToken = $"{lists}" }
                : new ListResourceRequestsResponse { ResourceRequestStatusSummaries = [.. Enumerable.Range(1, 40).Select(i => _service.Event("SUCCESS", $"request-{i}"))] }));
        var operations = _service.Operations();
        Task<ProgressEvent>[] waiting =
        [
            .. Enumerable.Range(1, 40).Select(i => operations.Scheduler.WatchAsync(new ProgressEvent { RequestToken = $"request-{i}" }, $"request-{i}", Deadline(600), default)),
        ];
        await _service.PassUntilAsync(Task.WhenAll(waiting));
        lists.ShouldBe(4);
        _service.StatusCalls().ShouldBe(0);
    }

    [Fact]
    public async Task A_passed_time_out_names_the_request_that_goes_on()
    {
        _service.StatusIs(() => _service.Event("IN_PROGRESS"));
        var waiting = Wait(_service.Event("IN_PROGRESS"), timeout: 10);
        await _service.PassUntilAsync(waiting);
        var exception = await Should.ThrowAsync<ConnectOperationException>(waiting);
        exception.ErrorId.ShouldBe(ErrorIds.RequestTimeout);
        exception.RequestToken.ShouldBe("request-1");
        exception.Message.ShouldContain("request-1");
        exception.Message.ShouldContain("'jane'");
    }

    [Fact]
    public async Task A_refused_poll_ends_the_waiting_and_a_broken_one_is_repeated()
    {
        var asked = 0;
        _service.Client.GetResourceRequestStatusAsync(Arg.Any<GetResourceRequestStatusRequest>(), Arg.Any<CancellationToken>()).Returns<GetResourceRequestStatusResponse>(_ => ++asked switch
        {
            1 => throw FakeService.Error("ServiceUnavailable", HttpStatusCode.ServiceUnavailable),
            2 => throw new IOException("cut"),
            _ => throw FakeService.Error("AccessDeniedException", HttpStatusCode.Forbidden),
        });
        var waiting = Wait(_service.Event("IN_PROGRESS"));
        await _service.PassUntilAsync(waiting);
        (await Should.ThrowAsync<ConnectOperationException>(waiting)).ErrorId.ShouldBe(ErrorIds.AccessDenied);
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task A_response_without_a_progress_event_is_an_error_with_the_token()
    {
        _service.StatusIs(() => null!);
        var waiting = Wait(_service.Event("IN_PROGRESS"));
        await _service.PassUntilAsync(waiting);
        var exception = await Should.ThrowAsync<ConnectOperationException>(waiting);
        exception.ErrorId.ShouldBe(ErrorIds.InvalidResponse);
        exception.Message.ShouldContain("request-1");
    }

    [Fact]
    public async Task A_stop_ends_the_waiting_and_the_polls()
    {
        _service.StatusIs(() => _service.Event("IN_PROGRESS"));
        var operations = _service.Operations();
        var waiting = operations.Scheduler.WaitAsync(_service.Event("IN_PROGRESS"), "jane", Deadline(600), _service.Stop.Stopping);
        _service.Time.Advance(TimeSpan.FromSeconds(5));
        _service.Stop.Stop();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await Task.Delay(30);
        var calls = _service.StatusCalls();
        _service.Time.Advance(TimeSpan.FromSeconds(600));
        await Task.Delay(30);
        _service.StatusCalls().ShouldBe(calls);
    }

    [Fact]
    public async Task Many_requests_all_end_even_when_lists_fail()
    {
        _service.Client.ListResourceRequestsAsync(Arg.Any<ListResourceRequestsRequest>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(FakeService.Error("AccessDeniedException", HttpStatusCode.Forbidden));
        _service.Client.GetResourceRequestStatusAsync(Arg.Any<GetResourceRequestStatusRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
            Task.FromResult(new GetResourceRequestStatusResponse { ProgressEvent = _service.Event("SUCCESS", call.Arg<GetResourceRequestStatusRequest>().RequestToken) }));
        var operations = _service.Operations();
        Task<ProgressEvent>[] waiting = [.. Enumerable.Range(0, 20).Select(i =>
            operations.Scheduler.WaitAsync(_service.Event("IN_PROGRESS", $"request-{i}"), $"user{i}", Deadline(600), default))];
        await _service.PassUntilAsync(Task.WhenAll(waiting));
        waiting.Select(task => task.Result.RequestToken).ShouldBe(Enumerable.Range(0, 20).Select(i => $"request-{i}"));
    }

    [Fact]
    public async Task A_list_that_is_always_throttled_keeps_nobody_waiting()
    {
        var lists = 0;
        _service.Client.ListResourceRequestsAsync(Arg.Any<ListResourceRequestsRequest>(), Arg.Any<CancellationToken>()).Returns<ListResourceRequestsResponse>(_ =>
        {
            lists++;
            throw FakeService.Error("ThrottlingException");
        });
        RespondEach();
        await _service.PassUntilAsync(WatchAll(_service.Operations(), "request", 20), limitSeconds: 60);
        lists.ShouldBeInRange(1, 12);
        _service.StatusCalls().ShouldBe(20);
    }

    [Fact]
    public async Task Lists_are_read_again_some_time_after_they_were_throttled()
    {
        var isThrottled = true;
        _service.Client.ListResourceRequestsAsync(Arg.Any<ListResourceRequestsRequest>(), Arg.Any<CancellationToken>()).Returns(_ => isThrottled
            ? throw FakeService.Error("ThrottlingException")
            : Task.FromResult(ListOf("late", 20)));
        RespondEach();
        var operations = _service.Operations();
        await _service.PassUntilAsync(WatchAll(operations, "early", 20));
        isThrottled = false;
        await _service.PassUntilAsync(WatchAll(operations, "soon", 20));
        _service.StatusCalls().ShouldBe(40);
        _service.Time.Advance(TimeSpan.FromMinutes(1));
        await _service.PassUntilAsync(WatchAll(operations, "late", 20));
        _service.StatusCalls().ShouldBe(40);
    }

    [Fact]
    public async Task Requests_of_the_first_page_are_not_polled_again_when_the_second_fails()
    {
        _service.Client.ListResourceRequestsAsync(Arg.Any<ListResourceRequestsRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
            call.Arg<ListResourceRequestsRequest>().NextToken is not null
                ? throw FakeService.Error("AccessDeniedException")
                : Task.FromResult(ListOf("request", 30, "2")));
        RespondEach();
        await _service.PassUntilAsync(WatchAll(_service.Operations(), "request", 40));
        _service.StatusCalls().ShouldBe(10);
    }

    [Fact]
    public async Task A_few_requests_that_no_list_has_do_not_end_the_use_of_lists()
    {
        _service.Client.ListResourceRequestsAsync(Arg.Any<ListResourceRequestsRequest>(), Arg.Any<CancellationToken>()).Returns(_ => Task.FromResult(ListOf("listed", 40)));
        RespondEach();
        var operations = _service.Operations();
        await _service.PassUntilAsync(WatchAll(operations, "old", 4));
        await _service.PassUntilAsync(WatchAll(operations, "listed", 40));
        _service.StatusCalls().ShouldBe(4);
    }

    [Fact]
    public async Task Lists_that_have_too_few_of_the_requests_are_given_up()
    {
        var lists = 0;
        _service.Client.ListResourceRequestsAsync(Arg.Any<ListResourceRequestsRequest>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            lists++;
            return Task.FromResult(ListOf("other", 40));
        });
        RespondEach();
        var operations = _service.Operations();
        for (var batch = 0; batch < 10; batch++)
        {
            await _service.PassUntilAsync(WatchAll(operations, $"batch{batch}", 4));
        }

        lists.ShouldBe(5);
        _service.StatusCalls().ShouldBe(40);
    }

    private ListResourceRequestsResponse ListOf(string prefix, int count, string? next = null) => new()
    {
        ResourceRequestStatusSummaries = [.. Enumerable.Range(0, count).Select(i => _service.Event("SUCCESS", $"{prefix}-{i}"))],
        NextToken = next,
    };

    private void RespondEach() => _service.Client.GetResourceRequestStatusAsync(Arg.Any<GetResourceRequestStatusRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
        Task.FromResult(new GetResourceRequestStatusResponse { ProgressEvent = _service.Event("SUCCESS", call.Arg<GetResourceRequestStatusRequest>().RequestToken) }));

    private Task<ProgressEvent[]> WatchAll(ConnectOperations operations, string prefix, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(i =>
        operations.Scheduler.WatchAsync(new ProgressEvent { RequestToken = $"{prefix}-{i}" }, $"user{i}", Deadline(600), default)));

    private Task<ProgressEvent> Wait(ProgressEvent accepted, double timeout = 600) =>
        _service.Operations().Scheduler.WaitAsync(accepted, "jane", Deadline(timeout), default);

    private async Task<ProgressEvent> Passing(Task<ProgressEvent> waiting, double stepSeconds)
    {
        await _service.PassUntilAsync(waiting, stepSeconds);
        return await waiting;
    }

    private Deadline Deadline(double seconds) => new(_service.Time, TimeSpan.FromSeconds(seconds));
}
