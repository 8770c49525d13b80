using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Tests.Operations;

public sealed class KeyedLockTests
{
    private readonly KeyedLock _locks = new();

    [Fact]
    public async Task One_holder_at_a_time_for_a_key_in_any_case()
    {
        IDisposable first = await _locks.AcquireAsync("arn:A", default);
        Task<IDisposable> second = _locks.AcquireAsync("ARN:a", default).AsTask();
        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Other_keys_do_not_wait()
    {
        using IDisposable first = await _locks.AcquireAsync("a", default);
        using IDisposable second = await _locks.AcquireAsync("b", default);
        second.ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task A_cancelled_wait_leaves_the_lock_usable()
    {
        IDisposable first = await _locks.AcquireAsync("a", default);
        using CancellationTokenSource cancellation = new();
        Task<IDisposable> waiting = _locks.AcquireAsync("a", cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        first.Dispose();
        (await _locks.AcquireAsync("a", default)).Dispose();
    }

    [Fact]
    public async Task Disposing_twice_lets_only_one_in()
    {
        IDisposable first = await _locks.AcquireAsync("a", default);
        Task<IDisposable> second = _locks.AcquireAsync("a", default).AsTask();
        Task<IDisposable> third = _locks.AcquireAsync("a", default).AsTask();
        first.Dispose();
        first.Dispose();
        using IDisposable holder = await second;
        third.IsCompleted.ShouldBeFalse();
        holder.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Many_holders_never_overlap()
    {
        int inside = 0;
        int most = 0;
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            using IDisposable turn = await _locks.AcquireAsync("key" + (i % 2), default);
            if (i % 2 == 0)
            {
                int now = Interlocked.Increment(ref inside);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        })));
        most.ShouldBe(1);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) is var found && found != seen)
        {
            seen = found;
        }
    }
}
