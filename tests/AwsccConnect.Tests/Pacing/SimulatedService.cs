using AwsccConnect.Core.Operations.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Pacing;

/// <summary>
/// A service with a token bucket, and a client with a number of calls in flight that obeys a limiter: both in virtual
/// time, event by event, so that the outcome is the same on every machine.
/// </summary>
internal sealed class SimulatedService(Func<double, double> rateAt, double burst, double answerSeconds, int inFlight)
{
    private readonly FakeTimeProvider _time = new();
    private readonly PriorityQueue<(bool IsThrottled, int Pace), double> _answers = new();
    private readonly Random _jitter = new(20260101);
    private double _tokens = double.MaxValue;
    private double _refilled;

    public int Calls { get; private set; }

    public int ThrottledCalls { get; private set; }

    public double Seconds { get; private set; }

    public double ThrottledShare => (double)ThrottledCalls / Calls;

    public double? FinalRate { get; private set; }

    public void Run(PaceSettings settings, int items)
    {
        var limiter = new AdaptiveLimiter(_time, settings);
        var waiting = items;
        var done = 0;
        while (done < items)
        {
            var next = _answers.TryPeek(out _, out var answer) ? answer : double.MaxValue;
            if (waiting > 0 && _answers.Count < inFlight)
            {
                if (limiter.TryTake(out var pace, out var pause))
                {
                    waiting--;
                    Send(pace);
                    continue;
                }

                next = Math.Min(next, Seconds + Math.Max(pause.TotalSeconds, 0.001));
            }

            Advance(next - Seconds);
            while (_answers.TryPeek(out var ended, out var at) && at <= Seconds + 1e-9)
            {
                _answers.Dequeue();
                if (ended.IsThrottled)
                {
                    limiter.Throttled(ended.Pace);
                    waiting++;
                }
                else
                {
                    limiter.Accepted(ended.Pace);
                    done++;
                }
            }
        }

        FinalRate = limiter.Rate;
    }

    private void Send(int pace)
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

        _answers.Enqueue((isThrottled, pace), arrival + answerSeconds);
    }

    private void Advance(double seconds)
    {
        Seconds += Math.Max(seconds, 0);
        _time.Advance(TimeSpan.FromSeconds(Math.Max(seconds, 0)));
    }
}
