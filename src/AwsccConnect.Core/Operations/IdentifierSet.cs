using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AwsccConnect.Core.Operations;

/// <summary>
/// The identifiers that a list has given so far, as 128 bits of a cryptographic hash each: a user's ARN takes some 300
/// bytes, and a list of 100,000 users should not be kept for the sake of finding a duplicate. Safe from any thread.
/// </summary>
internal sealed class IdentifierSet
{
    private readonly HashSet<UInt128> _hashes = [];

    public int Count
    {
        get
        {
            lock (_hashes)
            {
                return _hashes.Count;
            }
        }
    }

    /// <summary>Adds an identifier; false where it is there already.</summary>
    public bool Add(string identifier)
    {
        var hash = Hash(identifier);
        lock (_hashes)
        {
            return _hashes.Add(hash);
        }
    }

    public bool Contains(string identifier)
    {
        var hash = Hash(identifier);
        lock (_hashes)
        {
            return _hashes.Contains(hash);
        }
    }

    private static UInt128 Hash(string identifier)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetMaxByteCount(identifier.Length);
        var text = length <= 1024 ? stackalloc byte[1024] : new byte[length];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(identifier, text)], hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
