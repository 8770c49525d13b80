using System.Diagnostics.CodeAnalysis;

namespace AwsccConnect.Core.Operations.Pacing;

/// <summary>
/// A token bucket that learns the service's own. It holds the highest rate that was never refused (the known rate) and,
/// from time to time, tries a little more (a probe). A refused probe returns to the known rate and pays the overdraft
/// back; an unrefused one becomes the known rate, and the next is larger, so that a raised quota is found in steps that
/// double. A refusal at the known rate means that the quota has shrunk. Results of calls started in an earlier epoch are ignored:
/// refusals of a whole batch count once.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A limiter lives as long as the session; a SemaphoreSlim without a wait handle holds nothing to release.")]
internal sealed class AdaptiveLimiter(TimeProvider time, RateSettings settings)
{
    /// <summary>Unrefused calls at the known rate before the first probe, and at most.</summary>
    private const int MinimumHold = 12;
    private const int MaximumHold = 48;

    /// <summary>
    /// A probe has succeeded once it has started this many calls more than the known rate would have, or as many as the
    /// known rate starts in a second: a service's bucket can hide about that much.
    /// </summary>
    private const double ProbeMargin = 4;

    /// <summary>From this share of the lowest refused rate on, steps stay small.</summary>
    private const double SmallStepThreshold = 0.6;

    /// <summary>Unrefused calls after which a refusal is no longer counted together with the one before.</summary>
    private const int RefusalsForgottenAfter = 8;

    private const double MinimumStep = 0.1;
    private const double InitialStep = 0.3;
    private const double MaximumStep = 0.5;
    private const double Unlimited = double.PositiveInfinity;

    private readonly object _gate = new();
    private readonly SemaphoreSlim _waitLock = new(1, 1);

    private double _rate = settings.StartRate ?? Unlimited;
    private double _knownRate = settings.StartRate ?? Unlimited;
    private double _tokens = settings.Burst;
    private long _refilled = time.GetTimestamp();
    /// <summary>Steps are large until the first refusal: many accounts have raised quotas, and one refusal costs little.</summary>
    private double _step = InitialStep;
    private double _ceiling = Unlimited;
    private int _hold = RefusalsForgottenAfter;
    private int _accepted;
    private int _refusals;
    private int _epoch;
    private TaskCompletionSource? _refund;

    /// <summary>Calls a second; null where there is no limit.</summary>
    public double? Rate
    {
        get
        {
            lock (_gate)
            {
                return double.IsInfinity(_rate) ? null : _rate;
            }
        }
    }

    private bool IsProbing => _rate > _knownRate;

    /// <summary>Waits for a token, first come, first served.</summary>
    public async ValueTask<int> WaitAsync(CancellationToken cancellationToken)
    {
        if (Rate is null)
        {
            return Volatile.Read(ref _epoch);
        }

        await _waitLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                var refunded = NextRefund();
                if (TryTake(out var epoch, out var pause))
                {
                    return epoch;
                }

                using var sleep = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                await Task.WhenAny(Task.Delay(AtLeastOneMillisecond(pause), time, sleep.Token), refunded).ConfigureAwait(false);
                await sleep.CancelAsync().ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _waitLock.Release();
        }
    }

    public bool TryTake(out int epoch, out TimeSpan pause)
    {
        lock (_gate)
        {
            epoch = _epoch;
            pause = TimeSpan.Zero;
            Refill();
            if (double.IsInfinity(_rate))
            {
                return true;
            }

            if (_tokens >= 1)
            {
                _tokens--;
                return true;
            }

            pause = TimeSpan.FromSeconds((1 - _tokens) / _rate);
            return false;
        }
    }

    public void Accepted(int epoch)
    {
        lock (_gate)
        {
            if (double.IsInfinity(_rate) || epoch != _epoch)
            {
                return;
            }

            _accepted++;
            if (_accepted >= RefusalsForgottenAfter)
            {
                _refusals = 0;
            }

            if (IsProbing && _accepted * _step >= Math.Max(ProbeMargin, _knownRate))
            {
                _knownRate = _rate;
                if (_knownRate > _ceiling)
                {
                    // What was refused before is accepted now: the quota has grown.
                    _ceiling = Unlimited;
                }

                _step = _knownRate > _ceiling * SmallStepThreshold ? MinimumStep : Math.Min(_step * 2, MaximumStep);
                _hold = 0;
                _accepted = 0;
                SetRate(_knownRate * (1 + _step));
            }
            else if (!IsProbing && _accepted >= _hold)
            {
                _accepted = 0;
                SetRate(_knownRate * (1 + _step));
            }
        }
    }

    /// <summary>A call has cost the service nothing: its token can be used again.</summary>
    public void Refunded()
    {
        lock (_gate)
        {
            _tokens = Math.Min(settings.Burst, _tokens + 1);
            _refund?.TrySetResult();
            _refund = null;
        }
    }

    public void Throttled(int epoch)
    {
        lock (_gate)
        {
            if (epoch != _epoch)
            {
                return;
            }

            _epoch++;
            if (double.IsInfinity(_rate))
            {
                _knownRate = settings.FirstThrottledRate;
            }
            else if (IsProbing)
            {
                _ceiling = Math.Min(_ceiling, _rate);
                _hold = Math.Clamp(_hold * 2, MinimumHold, MaximumHold);
            }
            else
            {
                // One refusal may be an uneven arrival; several in sequence mean a smaller quota.
                _refusals++;
                _ceiling = _knownRate;
                _knownRate = Math.Max(settings.SlowestRate, _knownRate * (_refusals switch { 1 => 0.97, 2 => 0.8, _ => 0.6 }));
                _hold = MinimumHold;
            }

            _step = MinimumStep;
            _accepted = 0;
            SetRate(_knownRate);
            // The service's bucket is empty: let it gather a little before the next call.
            _tokens = Math.Min(_tokens, -1);
        }
    }

    /// <summary>Ends when a token comes back.</summary>
    private Task NextRefund()
    {
        lock (_gate)
        {
            _refund ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _refund.Task;
        }
    }

    private static TimeSpan AtLeastOneMillisecond(TimeSpan pause) => pause < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : pause;

    private void SetRate(double rate)
    {
        Refill();
        _rate = rate;
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        if (!double.IsInfinity(_rate))
        {
            _tokens = Math.Min(settings.Burst, _tokens + (time.GetElapsedTime(_refilled, now).TotalSeconds * _rate));
        }

        _refilled = now;
    }
}
