using System.Text;

namespace AwsccConnect.Core.Users.Import;

/// <summary>The bytes of a text file, whose encoding and format are found out.</summary>
internal sealed class RosterText(byte[] bytes)
{
    private static ReadOnlySpan<byte> Before => [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];

    /// <summary>True where the first character of the text, in whatever encoding, opens a JSON array or object.</summary>
    internal bool LooksLikeJson
    {
        get
        {
            // Byte order marks, the zeros of wider encodings and white space come before it.
            var first = bytes.AsSpan().IndexOfAnyExcept(Before);
            return first >= 0 && bytes[first] is (byte)'[' or (byte)'{';
        }
    }

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
    /// Opens the text: by its byte order mark, by the zeros of UTF-16 without one, else as UTF-8. Reading fails at the first bytes that are no text.
    /// </summary>
    internal StreamReader Open(int bufferSize = 32768) => new(new MemoryStream(bytes), Guess(), detectEncodingFromByteOrderMarks: true, bufferSize);

    private Encoding Guess() => bytes switch
    {
        [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
    };
}
