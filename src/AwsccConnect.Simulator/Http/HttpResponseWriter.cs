using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AwsccConnect.Simulator.Http;

/// <summary>Sends responses, or cuts the connection for a fault rule.</summary>
internal static class HttpResponseWriter
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Sends a response; false when the connection is not to be used any more.</summary>
    public static async Task<bool> SendAsync(Socket socket, HttpRequest request, HttpResponse response, CancellationToken timeout)
    {
        if (response.IsReset)
        {
            // Without lingering, closing sends RST instead of FIN.
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
            return false;
        }

        StringBuilder head = new(256);
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {(HttpStatusCode)response.Status}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Date: {response.Date:R}\r\nContent-Type: {response.ContentType}\r\nContent-Length: {response.Body.Length}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"x-amzn-RequestId: {response.RequestId}\r\n");
        if (response.ErrorType is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"x-amzn-ErrorType: {response.ErrorType}\r\n");
        }

        if (request.Closes)
        {
            head.Append("Connection: close\r\n");
        }

        head.Append("\r\n");
        var body = request.Method == "HEAD" ? default : response.Body;
        if (response.IsTruncated)
        {
            body = body[..(body.Length / 2)];
        }

        await SendAsync(socket, Encoding.ASCII.GetBytes(head.ToString()), body, timeout).ConfigureAwait(false);
        return !response.IsTruncated;
    }

    /// <summary>Responds to something that is no HTTP request.</summary>
    public static async Task RefuseAsync(Socket socket, string reason)
    {
        try
        {
            var head = Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"HTTP/1.1 400 BadRequest\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: {reason.Length}\r\n\r\n"));
            using CancellationTokenSource moment = new(CloseTimeout);
            await SendAsync(socket, head, Encoding.ASCII.GetBytes(reason), moment.Token).ConfigureAwait(false);

            // Closing with unread bytes sends RST, which can overtake the response: read on for a moment.
            socket.Shutdown(SocketShutdown.Send);
            var dropped = new byte[16 * 1024];
            while (await socket.ReceiveAsync(dropped, SocketFlags.None, moment.Token).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client did not wait for it.
        }
    }

    private static async Task SendAsync(Socket socket, byte[] head, ReadOnlyMemory<byte> body, CancellationToken timeout)
    {
        var all = new byte[head.Length + body.Length];
        head.CopyTo(all, 0);
        body.CopyTo(all.AsMemory(head.Length));
        for (var sent = 0; sent < all.Length;)
        {
            sent += await socket.SendAsync(all.AsMemory(sent), SocketFlags.None, timeout).ConfigureAwait(false);
        }
    }
}
