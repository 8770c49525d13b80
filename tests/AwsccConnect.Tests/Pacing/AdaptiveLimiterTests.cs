using AwsccConnect.Core.Operations.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Pacing;

public class AdaptiveLimiterTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(3)]
    public void Creates_against_the_documented_quota_are_hardly_throttled(double handlerSeconds)
    {
        SimulatedService service = new(_ => 2, burst: 5, handlerSeconds, inFlight: 16);

        service.Run(RateSettings.Write, items: 300);

        service.ThrottledShare.ShouldBeLessThan(0.05);
        service.Seconds.ShouldBeLessThan((295 / 2.0 * 1.05) + handlerSeconds);
    }

    [Fact]
    public void A_quota_that_was_raised_before_the_run_is_found()
    {
        SimulatedService service = new(_ => 20, burst: 20, responseSeconds: 0.2, inFlight: 32);

        service.Run(RateSettings.Write, items: 1000);

        service.FinalRate!.Value.ShouldBeGreaterThan(12);
        service.ThrottledShare.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void A_quota_that_is_raised_in_mid_run_is_found()
    {
        SimulatedService service = new(seconds => seconds < 30 ? 2 : 8, burst: 5, responseSeconds: 0.1, inFlight: 16);

        service.Run(RateSettings.Write, items: 400);

        service.FinalRate!.Value.ShouldBeInRange(5, 10);
        service.ThrottledShare.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void A_quota_that_is_lowered_in_mid_run_is_survived()
    {
        SimulatedService service = new(seconds => seconds < 30 ? 2 : 1, burst: 5, responseSeconds: 0.1, inFlight: 16);

        service.Run(RateSettings.Write, items: 200);

        service.FinalRate!.Value.ShouldBeLessThan(1.4);
        service.ThrottledShare.ShouldBeLessThan(0.1);
        service.Seconds.ShouldBeLessThan((30 + 140) * 1.2);
    }

    [Fact]
    public void Reads_start_without_a_limit_and_settle_at_the_accepted_rate()
    {
        SimulatedService service = new(_ => 10, burst: 20, responseSeconds: 0.05, inFlight: 16);

        service.Run(RateSettings.Read, items: 500);

        service.Seconds.ShouldBeLessThan(48 * 1.1);
        service.ThrottledShare.ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Reads_that_are_never_throttled_are_never_held()
    {
        FakeTimeProvider time = new();
        AdaptiveLimiter limiter = new(time, RateSettings.Read);

        for (var call = 0; call < 1000; call++)
        {
            limiter.TryTake(out var epoch, out _).ShouldBeTrue();
            limiter.Accepted(epoch);
        }

        limiter.Rate.ShouldBeNull();
    }

    [Fact]
    public void Refusals_of_calls_from_before_the_last_refusal_count_once()
    {
        AdaptiveLimiter limiter = new(new FakeTimeProvider(), RateSettings.Write);
        limiter.TryTake(out var epoch, out _).ShouldBeTrue();

        limiter.Throttled(epoch);
        var rate = limiter.Rate;
        for (var late = 0; late < 10; late++)
        {
            limiter.Throttled(epoch);
        }

        limiter.Rate.ShouldBe(rate);
    }

    [Fact]
    public async Task A_token_that_comes_back_wakes_the_one_who_waits()
    {
        AdaptiveLimiter limiter = new(new FakeTimeProvider(), RateSettings.Write);
        while (limiter.TryTake(out _, out _))
        {
        }

        var waiting = limiter.WaitAsync(TestContext.Current.CancellationToken).AsTask();
        waiting.IsCompleted.ShouldBeFalse();
        limiter.Refunded();
        await waiting;
    }

    [Theory]
    [InlineData("CreateResource", 1)]
    [InlineData("GetResource", 2)]
    public void Refusals_that_have_nothing_to_do_with_the_rate_do_not_bring_a_run_to_a_crawl(string operation, double slowest)
    {
        AdaptiveLimiter limiter = new(new FakeTimeProvider(), RateSettings.For(operation));
        for (var call = 0; call < 500; call++)
        {
            limiter.TryTake(out var epoch, out _);
            if (call % 3 == 0)
            {
                limiter.Throttled(epoch);
            }
            else
            {
                limiter.Accepted(epoch);
            }
        }

        limiter.Rate.ShouldBe(slowest);
    }

    [Fact]
    public void Calls_that_cost_nothing_do_not_count()
    {
        AdaptiveLimiter limiter = new(new FakeTimeProvider(), RateSettings.Write);
        for (var call = 0; call < 100; call++)
        {
            limiter.TryTake(out _, out _).ShouldBeTrue();
            limiter.Refunded();
        }

        for (var call = 0; call < RateSettings.Write.Burst; call++)
        {
            limiter.TryTake(out _, out _).ShouldBeTrue();
        }

        limiter.TryTake(out _, out _).ShouldBeFalse("the burst is what it was");
    }

    [Fact]
    public async Task Waiting_ends_with_the_token_and_with_the_cancellation()
    {
        FakeTimeProvider time = new();
        AdaptiveLimiter limiter = new(time, RateSettings.Write);
        while (limiter.TryTake(out _, out _))
        {
        }

        var first = limiter.WaitAsync(TestContext.Current.CancellationToken).AsTask();
        using CancellationTokenSource stop = new();
        var second = limiter.WaitAsync(stop.Token).AsTask();
        first.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromSeconds(0.5));
        await first;
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
    }

    [Fact]
    public void Each_operation_has_its_own_limit()
    {
        AdaptivePacer pacer = new(new FakeTimeProvider());

        pacer.Throttled("GetResource", 0);

        pacer.RateOf("GetResource").ShouldBe(10);
        pacer.RateOf("GetResourceRequestStatus").ShouldBeNull();
        pacer.RateOf("CreateResource").ShouldBe(2);
    }
}
