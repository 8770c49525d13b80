using System.Text;

namespace AwsccConnect.Core.Users.Import;

/// <summary>The bytes of a text file, whose encoding and format are found out.</summary>
internal sealed class RosterText(byte[] bytes)
{
    /// <summary>What is decoded at once, the least that a reader takes: bytes that are no text are found near the line they are in.</summary>
    private const int BlockSize = 128;

    /// <summary>What may come before the first character: byte order marks, the zeros of wider encodings and white space.</summary>
    private static ReadOnlySpan<byte> Before => [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];

    /// <summary>True where the first character of the text, in whatever encoding, opens a JSON array or object.</summary>
    internal bool LooksLikeJson => bytes.AsSpan().TrimStart(Before) is [(byte)'[' or (byte)'{', ..];

    /// <summary>Reads a file, which other programs may have open.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    internal static async Task<RosterText> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 65536, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            return new RosterText(copy.ToArray());
        }
    }

    /// <summary>
    /// The text up to about the first bytes that are none, and whether that is all. The encoding is that of the byte order mark, UTF-16 where zeros
    /// show it, else UTF-8.
    /// </summary>
    internal (string Text, bool IsWhole) Decode()
    {
        var text = new StringBuilder(bytes.Length);
        var block = new char[BlockSize];
        using var reader = new StreamReader(new MemoryStream(bytes), Guess(), detectEncodingFromByteOrderMarks: true, BlockSize);
        try
        {
            while (reader.Read(block) is > 0 and var count)
            {
                text.Append(block, 0, count);
            }

            return (text.ToString(), true);
        }
        catch (DecoderFallbackException)
        {
            return (text.ToString(), false);
        }
    }

    private Encoding Guess() => bytes switch
    {
        [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
    };
}
