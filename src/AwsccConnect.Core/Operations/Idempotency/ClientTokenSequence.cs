using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AwsccConnect.Core.Operations.Idempotency;

/// <summary>The client tokens of one intent within a run: one for each attempt.</summary>
internal sealed class ClientTokenSequence(byte[] key, byte[] intent, int occurrence)
{
    /// <summary>How many times the run has had this intent, from 1.</summary>
    public int Occurrence => occurrence;

    /// <summary>The client token of an attempt: 64 hexadecimal digits.</summary>
    public string For(int attempt) => Convert.ToHexString(Hash(
        key,
        Convert.ToHexString(intent),
        occurrence.ToString(CultureInfo.InvariantCulture),
        attempt.ToString(CultureInfo.InvariantCulture)));

    /// <summary>HMAC-SHA256 (RFC 2104) of texts, each with its length so that no two lists of texts read alike.</summary>
    public static byte[] Hash(byte[] key, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        var length = new byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
