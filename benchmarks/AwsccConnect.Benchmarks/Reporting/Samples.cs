using System.Globalization;

namespace AwsccConnect.Benchmarks.Reporting;

/// <summary>Measured values of one thing.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public Samples()
    {
    }

    public Samples(IEnumerable<double> values)
    {
        _values.AddRange(values);
    }

    public int Count => _values.Count;

    public double Minimum => _values.Min();

    public double Maximum => _values.Max();

    public double Median
    {
        get
        {
            double[] sorted = [.. _values.Order()];
            var half = sorted.Length / 2;
            return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }
    }

    public void Add(double value) => _values.Add(value);

    /// <summary>The values divided pair by pair by those measured beside them.</summary>
    public Samples Over(Samples others) => new(_values.Zip(others._values, (own, other) => own / other));

    public Samples Times(double factor) => new(_values.Select(value => value * factor));

    /// <summary>All but the first value, which warmed something up.</summary>
    public Samples WithoutFirst() => new(_values.Skip(1));

    /// <summary>Median and range.</summary>
    public string Text(string unit = "", int digits = 2)
    {
        string Format(double value) => value.ToString($"N{digits}", CultureInfo.InvariantCulture);
        var space = unit.Length > 0 ? " " : "";
        return _values.Count == 1 || Format(Minimum) == Format(Maximum)
            ? $"{Format(Median)}{space}{unit}"
            : $"{Format(Median)}{space}{unit} ({Format(Minimum)}-{Format(Maximum)})";
    }
}
