using AwsccConnect.Core.Operations.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Pacing;

/// <summary>
/// A service with a token bucket, and a client with a number of calls in flight that obeys a limiter: both in virtual
/// time, step by step, so that the outcome is the same on every machine.
/// </summary>
internal sealed class SimulatedService(Func<double, double> rateAt, double burst, double responseSeconds, int inFlight)
{
    private const double Step = 0.005;

    private readonly FakeTimeProvider _time = new();
    private readonly Queue<(double At, bool IsThrottled, int Epoch)> _responses = new();
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
        while (waiting + _responses.Count > 0)
        {
            while (waiting > 0 && _responses.Count < inFlight && limiter.TryTake(out var epoch, out _))
            {
                waiting--;
                Send(epoch);
            }

            Seconds += Step;
            _time.Advance(TimeSpan.FromSeconds(Step));
            while (_responses.TryPeek(out var response) && response.At <= Seconds)
            {
                _responses.Dequeue();
                if (response.IsThrottled)
                {
                    limiter.Throttled(response.Epoch);
                    waiting++;
                }
                else
                {
                    limiter.Accepted(response.Epoch);
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

        _responses.Enqueue((arrival + responseSeconds, isThrottled, epoch));
    }
}
