using System.Buffers.Binary;
using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator.Api;

/// <summary>Opaque page tokens: a position and a digest of what is being listed, so that a token of another list is refused.</summary>
internal static class PageToken
{
    public static string Encode(int seed, string scope, long position)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position ^ unchecked((long)StableHash.Value(seed, scope, 0)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], StableHash.Value(seed, scope, position));
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The position of a token; the start where there is none, an error for one that this list has not given.</summary>
    public static long Decode(int seed, string scope, string? token, Func<ServiceErrorException> refuse, long start = 0)
    {
        if (token is null)
        {
            return start;
        }

        Span<byte> bytes = stackalloc byte[16];
        if (token.Length != 24 || !Convert.TryFromBase64String(token, bytes, out var written) || written != 16)
        {
            throw refuse();
        }

        var position = BinaryPrimitives.ReadInt64BigEndian(bytes) ^ unchecked((long)StableHash.Value(seed, scope, 0));
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) == StableHash.Value(seed, scope, position) ? position : throw refuse();
    }
}
