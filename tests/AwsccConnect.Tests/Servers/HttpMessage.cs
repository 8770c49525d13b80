using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Servers;

/// <summary>One HTTP/1.1 message as it went over the wire: the head with its empty line, and the body.</summary>
/// <param name="Head">Start line and headers.</param>
/// <param name="Body">As many bytes as Content-Length.</param>
public sealed record HttpMessage(string Head, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as a JSON object.</summary>
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    /// <summary>The method of a request.</summary>
    public string Method => Head.Split(' ')[0];

    /// <summary>The path of a request, with its query.</summary>
    public string Path => Head.Split(' ')[1];

    /// <summary>The operation of a request of AWS JSON.</summary>
    public string? Target => Header("X-Amz-Target");

    /// <summary>The whole message.</summary>
    public byte[] Bytes => [.. Encoding.ASCII.GetBytes(Head), .. Body];

    /// <summary>Reads the next message of a connection.</summary>
    /// <param name="socket">The connection.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message; null when the other end has closed the connection.</returns>
    public static async Task<HttpMessage?> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        List<byte> read = [];
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var end = CollectionsMarshal.AsSpan(read).IndexOf("\r\n\r\n"u8) + 4;
            if (end >= 4)
            {
                HttpMessage message = new(Encoding.ASCII.GetString([.. read[..end]]), [.. read[end..]]);
                var length = int.Parse(message.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
                if (message.Body.Length >= length)
                {
                    return message with { Body = message.Body[..length] };
                }
            }

            var count = await socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken);
            if (count == 0)
            {
                return null;
            }

            read.AddRange(buffer.AsSpan(0, count));
        }
    }

    /// <summary>A header's value.</summary>
    /// <param name="name">Name of the header, any case.</param>
    /// <returns>The value; null where there is no such header.</returns>
    public string? Header(string name) => Head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>The message with another body and the length that goes with it.</summary>
    public HttpMessage WithBody(string body, string? contentType = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var lines = Head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(
            line => !line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)
                && (contentType is null || !line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase)));
        var type = contentType is null ? string.Empty : $"Content-Type: {contentType}\r\n";
        return new HttpMessage(string.Create(CultureInfo.InvariantCulture, $"{string.Join("\r\n", lines)}\r\n{type}Content-Length: {bytes.Length}\r\n\r\n"), bytes);
    }
}
