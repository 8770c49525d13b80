using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Tests.Operations;

public sealed class BulkRunnerTests
{
    [Fact]
    public async Task Results_come_as_submitted_however_they_finish()
    {
        TaskCompletionSource[] gates = [.. Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource())];
        using BulkRunner<int, int> runner = new(4, BulkOrder.AsSubmitted, async (i, _) =>
        {
            await gates[i].Task;
            return i * 10;
        });
        await SubmitAsync(runner, 4);
        foreach (var gate in gates.Reverse())
        {
            gate.SetResult();
        }

        (await ReadAsync(runner)).Select(outcome => outcome.Result).ShouldBe([0, 10, 20, 30]);
    }

    [Fact]
    public async Task Results_come_as_finished_in_that_order()
    {
        TaskCompletionSource slow = new();
        using BulkRunner<int, int> runner = new(3, BulkOrder.AsFinished, async (i, _) =>
        {
            if (i == 0)
            {
                await slow.Task;
            }

            return i;
        });
        await SubmitAsync(runner, 3);
        List<int> seen = [];
        await foreach (var outcome in runner.ReadAllAsync(default))
        {
            seen.Add(outcome.Item);
            if (seen.Count == 2)
            {
                slow.SetResult();
            }
        }

        seen[2].ShouldBe(0);
        seen.Order().ShouldBe([0, 1, 2]);
    }

    [Theory]
    [InlineData(BulkOrder.AsFinished)]
    [InlineData(BulkOrder.AsSubmitted)]
    public async Task Never_more_than_the_limit_are_in_work_nor_than_the_window_not_taken(BulkOrder order)
    {
        const int Limit = 4;
        var inWork = 0;
        var untaken = 0;
        var mostInWork = 0;
        var mostUntaken = 0;
        Lock gate = new();
        using BulkRunner<int, int> runner = new(Limit, order, async (i, _) =>
        {
            lock (gate)
            {
                mostInWork = Math.Max(mostInWork, ++inWork);
                mostUntaken = Math.Max(mostUntaken, ++untaken);
            }

            await Task.Yield();
            lock (gate)
            {
                inWork--;
            }

            return i;
        });
        var submitting = SubmitAsync(runner, 200);
        var count = 0;
        await foreach (var _ in runner.ReadAllAsync(default))
        {
            count++;
            lock (gate)
            {
                untaken--;
            }
        }

        await submitting;
        count.ShouldBe(200);
        mostInWork.ShouldBeLessThanOrEqualTo(Limit);
        mostUntaken.ShouldBeLessThanOrEqualTo(Limit * BulkRunner<int, int>.WindowFactor);
    }

    [Theory]
    [InlineData(BulkOrder.AsFinished)]
    [InlineData(BulkOrder.AsSubmitted)]
    public async Task A_reader_that_does_not_read_stops_the_work(BulkOrder order)
    {
        var started = 0;
        using CancellationTokenSource cancellation = new();
        using BulkRunner<int, int> runner = new(3, order, (i, _) => Task.FromResult(Interlocked.Increment(ref started)));
        var submitting = SubmitAsync(runner, 100, cancellation.Token);
        await UntilAsync(() => Volatile.Read(ref started) == 3);
        await Task.Delay(50);
        started.ShouldBe(3);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(submitting);
        await runner.JoinAsync();
        started.ShouldBe(3);
    }

    [Fact]
    public async Task What_the_work_throws_is_the_items_error_and_the_others_go_on()
    {
        using BulkRunner<int, int> runner = new(2, BulkOrder.AsSubmitted, (i, _) => i == 1 ? throw new InvalidOperationException("one") : Task.FromResult(i));
        var submitting = SubmitAsync(runner, 3);
        var outcomes = await ReadAsync(runner);
        await submitting;
        outcomes.Select(outcome => outcome.Error?.Message).ShouldBe([null, "one", null]);
    }

    [Fact]
    public async Task Cancelling_ends_running_work_and_joining_waits_for_it()
    {
        using CancellationTokenSource cancellation = new();
        TaskCompletionSource running = new();
        TaskCompletionSource release = new();
        var ended = false;
        using BulkRunner<int, int> runner = new(2, BulkOrder.AsFinished, async (i, token) =>
        {
            running.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                await release.Task;
                ended = true;
            }

            return i;
        });
        await runner.SubmitAsync(1, cancellation.Token);
        await running.Task;
        await cancellation.CancelAsync();
        var join = runner.JoinAsync();
        join.IsCompleted.ShouldBeFalse("the work has not ended yet");
        release.SetResult();
        await join;
        ended.ShouldBeTrue();
    }

    [Fact]
    public async Task Work_submitted_after_cancelling_does_not_run()
    {
        using CancellationTokenSource cancellation = new();
        await cancellation.CancelAsync();
        var ran = false;
        using BulkRunner<int, int> runner = new(1, BulkOrder.AsFinished, (i, _) =>
        {
            ran = true;
            return Task.FromResult(i);
        });
        await Should.ThrowAsync<OperationCanceledException>(() => runner.SubmitAsync(1, cancellation.Token));
        await runner.JoinAsync();
        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_submitted_is_an_empty_stream()
    {
        using BulkRunner<int, int> runner = new(1, BulkOrder.AsFinished, (i, _) => Task.FromResult(i));
        runner.Complete();
        (await ReadAsync(runner)).ShouldBeEmpty();
        await runner.JoinAsync();
    }

    [Fact]
    public async Task A_stream_that_is_left_early_ends_its_work()
    {
        var started = 0;
        var ended = 0;
        await foreach (var _ in BulkStream.RunAsync(
            Endless(), 4, BulkOrder.AsSubmitted,
            async (i, token) =>
            {
                Interlocked.Increment(ref started);
                try
                {
                    await Task.Delay(i == 0 ? 1 : 20, token);
                    return i;
                }
                finally
                {
                    Interlocked.Increment(ref ended);
                }
            },
            default))
        {
            break;
        }

        var after = Volatile.Read(ref started);
        ended.ShouldBe(after, "all started work has ended");
        after.ShouldBeLessThanOrEqualTo(5);
        await Task.Delay(50);
        started.ShouldBe(after, "no work starts afterwards");
    }

    private static async IAsyncEnumerable<int> Endless()
    {
        for (var i = 0; ; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private static async Task SubmitAsync(BulkRunner<int, int> runner, int count, CancellationToken token = default)
    {
        await Task.Yield();
        for (var i = 0; i < count; i++)
        {
            await runner.SubmitAsync(i, token);
        }

        runner.Complete();
    }

    private static async Task<List<BulkOutcome<int, int>>> ReadAsync(BulkRunner<int, int> runner) => await runner.ReadAllAsync(default).ToListAsync();

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 3000 && !condition(); i++)
        {
            await Task.Delay(5);
        }

        condition().ShouldBeTrue();
    }
}
