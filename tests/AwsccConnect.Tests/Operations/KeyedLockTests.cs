using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Tests.Operations;

public sealed class KeyedLockTests
{
    private readonly KeyedLock _locks = new();

    [Fact]
    public async Task One_holder_at_a_time_for_a_key_in_any_case()
    {
        var first = await _locks.AcquireAsync("arn:A", default);
        var second = _locks.AcquireAsync("ARN:a", default).AsTask();
        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Other_keys_do_not_wait()
    {
        using var first = await _locks.AcquireAsync("a", default);
        using var second = await _locks.AcquireAsync("b", default);
        second.ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task A_cancelled_wait_leaves_the_lock_usable()
    {
        var first = await _locks.AcquireAsync("a", default);
        using CancellationTokenSource cancellation = new();
        var waiting = _locks.AcquireAsync("a", cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        first.Dispose();
        (await _locks.AcquireAsync("a", default)).Dispose();
    }

    [Fact]
    public async Task Disposing_twice_lets_only_one_in()
    {
        var first = await _locks.AcquireAsync("a", default);
        var second = _locks.AcquireAsync("a", default).AsTask();
        var third = _locks.AcquireAsync("a", default).AsTask();
        first.Dispose();
        first.Dispose();
        using var holder = await second;
        third.IsCompleted.ShouldBeFalse();
        holder.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Many_holders_never_overlap()
    {
        var inside = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            using var turn = await _locks.AcquireAsync("key" + (i % 2), default);
            if (i % 2 == 0)
            {
                var now = Interlocked.Increment(ref inside);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        })));
        most.ShouldBe(1);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        var seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) is var found && found != seen)
        {
            seen = found;
        }
    }
}
