using System.Text;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Finds out a roster's encoding and format.</summary>
internal static class RosterText
{
    private static ReadOnlySpan<byte> Before => [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];

    /// <summary>Opens the text: by its byte order mark, by the zeros of UTF-16 without one, else as strict UTF-8.</summary>
    internal static async Task<(StreamReader Reader, bool LooksLikeJson)> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffered = new BufferedStream(stream, 65536);
        var head = new byte[64];
        var length = await buffered.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var joined = new PrefixedStream(head.AsMemory(0, length), buffered);
        var reader = new StreamReader(joined, Guess(head.AsSpan(0, length)), detectEncodingFromByteOrderMarks: true, bufferSize: 32768, leaveOpen: true);
        return (reader, LooksLikeJson(head.AsSpan(0, length)));
    }

    /// <summary>True where the first character of the text, in whatever encoding, opens a JSON array or object.</summary>
    private static bool LooksLikeJson(ReadOnlySpan<byte> head)
    {
        // Byte order marks, the zeros of wider encodings and white space come before it.
        var first = head.IndexOfAnyExcept(Before);
        return first >= 0 && head[first] is (byte)'[' or (byte)'{';
    }

    private static Encoding Guess(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0)
        {
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
        }

        if (head.Length >= 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0)
        {
            return new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
        }

        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    }
}
