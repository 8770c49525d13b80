using System.Diagnostics;
using AwsccConnect.Simulator.Http;

namespace AwsccConnect.Tests.Simulator;

public class LatencyTimerTests
{
    [Fact]
    public async Task Every_delay_ends_and_none_before_its_time()
    {
        using CancellationTokenSource stopping = new();
        LatencyTimer timer = new(stopping.Token);
        var start = Stopwatch.GetTimestamp();

        var early = await Task.WhenAll(new[] { 90, 30, 60, 0, 30 }.Select(async milliseconds =>
        {
            var due = start + (milliseconds * Stopwatch.Frequency / 1000);
            await timer.DelayUntilAsync(due).WaitAsync(TimeSpan.FromSeconds(30));
            return Stopwatch.GetTimestamp() < due;
        }));

        early.ShouldAllBe(isEarly => !isEarly);
        await stopping.CancelAsync();
    }

    [Fact]
    public async Task Delays_are_canceled_when_the_simulator_stops()
    {
        using CancellationTokenSource stopping = new();
        LatencyTimer timer = new(stopping.Token);
        var pending = timer.DelayUntilAsync(Stopwatch.GetTimestamp() + (Stopwatch.Frequency * 3600));

        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(pending.WaitAsync(TimeSpan.FromSeconds(30)));
        timer.DelayUntilAsync(Stopwatch.GetTimestamp()).IsCanceled.ShouldBeTrue();
    }
}
