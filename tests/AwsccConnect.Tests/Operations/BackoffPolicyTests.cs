using AwsccConnect.Core.Operations.Http;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Operations;

public sealed class BackoffPolicyTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(nameof(FailureKind.Permanent))]
    [InlineData(nameof(FailureKind.Expired))]
    [InlineData(nameof(FailureKind.ClockSkew))]
    public void What_waiting_does_not_cure_is_not_retried(string kind) =>
        BackoffPolicy.NextDelay(Enum.Parse<FailureKind>(kind), 1, Long()).ShouldBeNull();

    [Fact]
    public void Transient_failures_are_retried_a_few_times()
    {
        for (var attempt = 1; attempt < BackoffPolicy.MaximumTransientAttempts; attempt++)
        {
            BackoffPolicy.NextDelay(FailureKind.Transient, attempt, Long()).ShouldNotBeNull();
        }

        BackoffPolicy.NextDelay(FailureKind.Transient, BackoffPolicy.MaximumTransientAttempts, Long()).ShouldBeNull();
    }

    [Fact]
    public void Throttling_and_busy_users_are_retried_until_the_time_out()
    {
        Deadline deadline = new(_time, TimeSpan.FromMinutes(10));
        foreach (var kind in new[] { FailureKind.Throttled, FailureKind.Busy })
        {
            BackoffPolicy.NextDelay(kind, 1000, deadline).ShouldNotBeNull();
        }

        _time.Advance(TimeSpan.FromMinutes(10));
        BackoffPolicy.NextDelay(FailureKind.Throttled, 1, deadline).ShouldBeNull();
    }

    [Property]
    public bool Delays_are_never_zero_and_never_longer_than_eight_seconds(ushort attempt) =>
        BackoffPolicy.NextDelay(FailureKind.Throttled, attempt + 1, Long()) is { } delay && delay > TimeSpan.Zero && delay <= TimeSpan.FromSeconds(8);

    [Fact]
    public void A_delay_that_would_pass_the_time_out_is_not_begun() =>
        BackoffPolicy.NextDelay(FailureKind.Throttled, 20, new Deadline(_time, TimeSpan.FromSeconds(1))).ShouldBeNull();

    [Fact]
    public void A_deadline_counts_down_to_zero_and_stays()
    {
        Deadline deadline = new(_time, TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(4));
        deadline.Left.ShouldBe(TimeSpan.FromSeconds(6));
        deadline.IsPassedAfter(TimeSpan.FromSeconds(5)).ShouldBeFalse();
        deadline.IsPassedAfter(TimeSpan.FromSeconds(6)).ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(60));
        deadline.Left.ShouldBe(TimeSpan.Zero);
    }

    private Deadline Long() => new(_time, TimeSpan.FromDays(1));
}
