using System.Text;

namespace AwsccConnect.Core.Users.Rows;

/// <summary>Finds out a roster's encoding and format.</summary>
internal static class RosterText
{
    /// <summary>Opens the text: by its byte order mark, by the zeros of UTF-16 without one, else as strict UTF-8.</summary>
    internal static async Task<StreamReader> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffered = new BufferedStream(stream, 65536);
        var head = new byte[64];
        var length = await buffered.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var joined = new PrefixedStream(head.AsMemory(0, length), buffered);
        return new StreamReader(joined, Guess(head.AsSpan(0, length)), detectEncodingFromByteOrderMarks: true, bufferSize: 32768, leaveOpen: true);
    }

    internal static async Task<bool> IsJsonAsync(StreamReader reader, RosterFormat format, CancellationToken cancellationToken)
    {
        if (format != RosterFormat.Auto)
        {
            return format == RosterFormat.Json;
        }

        // Peek looks at what is buffered, so something has to be: an empty read fills the buffer without taking from it.
        _ = await reader.ReadAsync(Memory<char>.Empty, cancellationToken).ConfigureAwait(false);
        return reader.Peek() is '[' or '{';
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
