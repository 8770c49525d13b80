using System.Globalization;

namespace AwsccConnect.Benchmarks;

/// <summary>Arguments of the form <c>--name</c> and <c>--name value</c>, taken one after the other.</summary>
internal sealed class Arguments(IEnumerable<string> arguments)
{
    private readonly List<string> _left = [.. arguments];

    public bool TakeFlag(string name) => _left.Remove(name);

    public string? TakeText(string name)
    {
        var at = _left.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        if (at + 1 >= _left.Count)
        {
            throw new UsageException($"{name} needs a value.");
        }

        var value = _left[at + 1];
        _left.RemoveRange(at, 2);
        return value;
    }

    public double TakeNumber(string name, double otherwise) => TakeText(name) is not { } text
        ? otherwise
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new UsageException($"{name}: '{text}' is not a number.");

    public int TakeInteger(string name, int otherwise) => TakeText(name) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new UsageException($"{name}: '{text}' is not a whole number.");

    public IEnumerable<string> TakeAll(string name)
    {
        while (TakeText(name) is { } value)
        {
            yield return value;
        }
    }

    public void ThrowIfAnyLeft(string usage)
    {
        if (_left.Count > 0)
        {
            throw new UsageException($"Unknown argument '{_left[0]}'.\n\n{usage}");
        }
    }
}
