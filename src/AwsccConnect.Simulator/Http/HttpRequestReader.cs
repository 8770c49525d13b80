using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AwsccConnect.Simulator.Http;

/// <summary>Reads HTTP/1.1 requests from a socket (RFC 9112): head, then a body by length or in chunks, up to a size and within a time.</summary>
internal sealed class HttpRequestReader(Socket socket, int largestBody, ConnectionLimits limits)
{
    private const int LargestHead = 32 * 1024;

    /// <summary>A body that is too large is read and dropped up to this size, so that the client gets to read the refusal.</summary>
    private const long LargestDropped = 16 << 20;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private int _head;
    private long _dropped;

    /// <summary>
    /// The next request; null when the client has closed the connection, or has sent nothing for long. Throws where the request takes too long.
    /// </summary>
    public async Task<HttpRequest?> ReadAsync(CancellationToken stopping)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        timeout.CancelAfter(limits.Idle);
        if (_start == _end && !await FillAsync(timeout.Token).ConfigureAwait(false))
        {
            return null;
        }

        timeout.CancelAfter(limits.Request);
        return await ReadRequestAsync(timeout.Token).ConfigureAwait(false);
    }

    private async Task<HttpRequest?> ReadRequestAsync(CancellationToken cancellationToken)
    {
        _head = 0;
        _dropped = 0;
        var line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
        if (line is null)
        {
            return null;
        }

        if (line.Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"])
        {
            throw new HttpFormatException("The request line is malformed.");
        }

        var headers = await ReadHeadersAsync(cancellationToken).ConfigureAwait(false);
        HttpRequest request = new(method, target, headers)
        {
            Closes = line.EndsWith('0') || string.Equals(headers.GetValueOrDefault("Connection"), "close", StringComparison.OrdinalIgnoreCase),
        };
        await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false);
        return request;
    }

    private async Task<Dictionary<string, string>> ReadHeadersAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            var line = await ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? throw new HttpFormatException("The head ends early.");
            if (line.Length == 0)
            {
                return headers;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(" \t"))
            {
                throw new HttpFormatException("A header is malformed.");
            }

            var name = line[..colon];
            var value = line[(colon + 1)..].Trim(' ', '\t');
            if (headers.TryGetValue(name, out var earlier))
            {
                if (name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                {
                    throw new HttpFormatException($"{name} is given twice.");
                }

                value = $"{earlier},{value}";
            }

            headers[name] = value;
        }
    }

    private async Task ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var coding = request.Header("Transfer-Encoding");
        var length = request.Header("Content-Length");
        if (coding is null && length is null)
        {
            return;
        }

        if (string.Equals(request.Header("Expect"), "100-continue", StringComparison.OrdinalIgnoreCase))
        {
            await socket.SendAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        using MemoryStream body = new();
        if (coding is null)
        {
            if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                throw new HttpFormatException("Content-Length is malformed.");
            }

            await CopyAsync(request, body, size, cancellationToken).ConfigureAwait(false);
        }
        else if (length is null && coding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
        {
            await ReadChunksAsync(request, body, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            throw new HttpFormatException("Transfer-Encoding is not supported.");
        }

        request.Body = body.ToArray();
    }

    private async Task ReadChunksAsync(HttpRequest request, MemoryStream body, CancellationToken cancellationToken)
    {
        while (true)
        {
            _head = 0;
            var line = await ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? throw new HttpFormatException("The body ends early.");
            if (!long.TryParse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                throw new HttpFormatException("A chunk is malformed.");
            }

            if (size == 0)
            {
                await ReadHeadersAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            await CopyAsync(request, body, size, cancellationToken).ConfigureAwait(false);
            if (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is not { Length: 0 })
            {
                throw new HttpFormatException("A chunk is longer than it says.");
            }
        }
    }

    private async Task CopyAsync(HttpRequest request, MemoryStream body, long size, CancellationToken cancellationToken)
    {
        // Chunks count together: each may be small and their number endless.
        _dropped += size;
        if (_dropped > LargestDropped || size > LargestDropped)
        {
            throw new HttpFormatException("The body is far too large.");
        }

        while (size > 0)
        {
            if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new HttpFormatException("The body ends early.");
            }

            var take = (int)Math.Min(size, _end - _start);
            request.IsTooLarge |= body.Length + take > largestBody;
            if (!request.IsTooLarge)
            {
                body.Write(_buffer, _start, take);
            }

            _start += take;
            size -= take;
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        StringBuilder line = new();
        while (true)
        {
            if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return line.Length == 0 ? null : throw new HttpFormatException("A line ends early.");
            }

            var feed = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var take = feed < 0 ? _end - _start : feed + 1;
            _head += take;
            if (_head > LargestHead)
            {
                throw new HttpFormatException("The head is too large.");
            }

            line.Append(Encoding.Latin1.GetString(_buffer, _start, take));
            _start += take;
            if (feed >= 0)
            {
                return line.ToString().TrimEnd('\r', '\n');
            }
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await socket.ReceiveAsync(_buffer, SocketFlags.None, cancellationToken).ConfigureAwait(false);
        return _end > 0;
    }
}
