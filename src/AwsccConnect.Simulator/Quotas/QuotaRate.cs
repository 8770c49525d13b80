using System.Globalization;

namespace AwsccConnect.Simulator.Quotas;

/// <summary>A rate in calls per second and a burst in calls, written "rate/burst" or "rate" (burst: the rate rounded up).</summary>
internal sealed record QuotaRate(double Rate, double Burst)
{
    public static QuotaRate Parse(string name, string text)
    {
        var parts = text.Split('/');
        if (parts.Length is 1 or 2
            && double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate >= 0)
        {
            var burst = Math.Max(1, Math.Ceiling(rate));
            if (parts.Length == 1 || (double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out burst) && burst >= 1))
            {
                return new QuotaRate(rate, burst);
            }
        }

        throw new ArgumentException($"Quota {name}: '{text}' is not \"rate/burst\" (calls per second / calls, burst at least 1), e.g. 2/5.", nameof(text));
    }
}
