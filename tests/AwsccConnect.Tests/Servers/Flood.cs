using System.Globalization;
using System.Text;

namespace AwsccConnect.Tests.Servers;

/// <summary>A body that goes on without end, or up to a length.</summary>
/// <param name="length">The length; null for a chunked body without end.</param>
public sealed class Flood(long? length)
{
    /// <summary>Bytes of the body written.</summary>
    public long Written { get; private set; }

    /// <summary>The header that defines the end of the body.</summary>
    internal string Framing => length is null ? "Transfer-Encoding: chunked" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}");

    internal async Task WriteAsync(Stream stream, byte[] start, CancellationToken cancellationToken)
    {
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)'x');
        var next = start;
        while (Written < (length ?? long.MaxValue))
        {
            if (length is null)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{next.Length:x}\r\n"), cancellationToken);
            }

            await stream.WriteAsync(next, cancellationToken);
            if (length is null)
            {
                await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
            }

            Written += next.Length;
            next = block;
        }
    }
}
