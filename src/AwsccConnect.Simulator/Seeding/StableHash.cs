using System.Globalization;
using System.Text;

namespace AwsccConnect.Simulator.Seeding;

/// <summary>Reproducible pseudo-random values: the same seed, purpose and index give the same value in every run and on every machine.</summary>
internal static class StableHash
{
    /// <summary>SplitMix64 over an FNV-1a hash of the purpose.</summary>
    public static ulong Value(int seed, string purpose, long index)
    {
        unchecked
        {
            return Mix(Text(purpose) ^ Mix(((ulong)(uint)seed << 32) ^ (ulong)index));
        }
    }

    public static double Unit(int seed, string purpose, long index) => (Value(seed, purpose, index) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A value between two; the first where the second is not larger.</summary>
    public static double Between(double minimum, double maximum, int seed, string purpose, long index) =>
        minimum + (Math.Max(0, maximum - minimum) * Unit(seed, purpose, index));

    public static int Below(int limit, int seed, string purpose, long index) => (int)(Value(seed, purpose, index) % (ulong)limit);

    /// <summary>An identifier in the form of a version 4 UUID.</summary>
    public static string Guid(int seed, string purpose, long index)
    {
        var high = Value(seed, purpose, index);
        var low = Mix(high ^ 0xA5A5A5A55A5A5A5AUL);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{high >> 32:x8}-{(high >> 16) & 0xFFFF:x4}-4{high & 0xFFF:x3}-{0x8000 | ((low >> 48) & 0x3FFF):x4}-{low & 0xFFFFFFFFFFFF:x12}");
    }

    public static ulong Text(string text)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var b in Encoding.UTF8.GetBytes(text))
            {
                hash = (hash ^ b) * 1099511628211UL;
            }

            return hash;
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
