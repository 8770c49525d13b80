using AwsccConnect.Core.Operations.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Pacing;

/// <summary>
/// A service with a token bucket, and a client with a number of calls in flight that obeys a limiter: both in virtual
/// time, event by event, so that the outcome is the same on every machine.
/// </summary>
internal sealed class SimulatedService(Func<double, double> rateAt, double burst, double responseSeconds, int inFlight)
{
    private readonly FakeTimeProvider _time = new();
    private readonly PriorityQueue<(bool IsThrottled, int Epoch), double> _responses = new();
    private readonly Random _jitter = new(20260101);
    private double _tokens = double.MaxValue;
    private double _refilled;

    public int Calls { get; private set; }

    public int ThrottledCalls { get; private set; }

    public double Seconds { get; private set; }

    public double ThrottledShare => (double)ThrottledCalls / Calls;

    public double? FinalRate { get; private set; }

    public void Run(RateSettings settings, int items)
    {
        AdaptiveLimiter limiter = new(_time, settings);
        var waiting = items;
        var done = 0;
        while (done < items)
        {
            var next = _responses.TryPeek(out _, out var response) ? response : double.MaxValue;
            if (waiting > 0 && _responses.Count < inFlight)
            {
                if (limiter.TryTake(out var epoch, out var pause))
                {
                    waiting--;
                    Send(epoch);
                    continue;
                }

                next = Math.Min(next, Seconds + Math.Max(pause.TotalSeconds, 0.001));
            }

            Advance(next - Seconds);
            while (_responses.TryPeek(out var ended, out var at) && at <= Seconds + 1e-9)
            {
                _responses.Dequeue();
                if (ended.IsThrottled)
                {
                    limiter.Throttled(ended.Epoch);
                    waiting++;
                }
                else
                {
                    limiter.Accepted(ended.Epoch);
                    done++;
                }
            }
        }

        FinalRate = limiter.Rate;
    }

    private void Send(int epoch)
    {
        Calls++;
        // Calls arrive a little unevenly, as they do over a network.
        var arrival = Seconds + (_jitter.NextDouble() * 0.02);
        _tokens = Math.Min(burst, _tokens + ((arrival - _refilled) * rateAt(arrival)));
        _refilled = arrival;
        var isThrottled = _tokens < 1;
        if (isThrottled)
        {
            ThrottledCalls++;
        }
        else
        {
            _tokens--;
        }

        _responses.Enqueue((isThrottled, epoch), arrival + responseSeconds);
    }

    private void Advance(double seconds)
    {
        Seconds += Math.Max(seconds, 0);
        _time.Advance(TimeSpan.FromSeconds(Math.Max(seconds, 0)));
    }
}
