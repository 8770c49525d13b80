using FsCheck;
using FsCheck.Fluent;

namespace AwsccConnect.Tests.Robustness;

/// <summary>Random hostile texts for property tests: the known ones, pieces of them joined, and random UTF-16.</summary>
public static class UnsafeTextGenerators
{
    /// <summary>Random UTF-16 code units, many of them special, up to 40.</summary>
    public static Gen<string> RandomUnits { get; } =
        from units in Gen.ArrayOf(Gen.OneOf(
            Gen.Choose(0, 0xFFFF), Gen.Choose(0, 0x9F), Gen.Choose(0x2000, 0x206F), Gen.Choose(0xD800, 0xDFFF), Gen.Choose('a', 'z')).Select(code => (char)code))
        select new string(units.AsSpan(0, Math.Min(units.Length, 40)));

    /// <summary>Any hostile text, lone surrogates included.</summary>
    public static Gen<string> Any { get; } = Gen.OneOf(
        Gen.Elements(UnsafeText.Values.AsEnumerable()),
        RandomUnits,
        from pieces in Gen.ArrayOf(Gen.Elements(UnsafeText.Values.AsEnumerable()))
        select string.Concat(pieces.Take(4)));

    /// <summary>Hostile texts that are valid UTF-16.</summary>
    public static Gen<string> Valid { get; } = Any.Where(UnsafeText.IsValid);
}
