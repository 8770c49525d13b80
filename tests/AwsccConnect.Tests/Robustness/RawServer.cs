using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AwsccConnect.Tests.Robustness;

/// <summary>A server that reads requests and then writes whatever bytes the test wants, also without end.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Stream, CancellationToken, Task> _response;
    private readonly Task _loop;
    private int _requests;

    /// <summary>Starts the server.</summary>
    public RawServer(Func<Stream, CancellationToken, Task> response)
    {
        _response = response;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>Number of requests read.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Bytes of bodies written.</summary>
    public long Written { get; private set; }

    /// <summary>A server whose JSON body goes on without end, or up to a size.</summary>
    public static RawServer Flood(int status, long? length, string start, long maximum = long.MaxValue)
    {
        RawServer? self = null;
        self = new RawServer(async (stream, ct) =>
        {
            string framing = length is null ? "Transfer-Encoding: chunked" : $"Content-Length: {length}";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: application/x-amz-json-1.0\r\n{framing}\r\n\r\n"), ct);
            byte[] block = new byte[64 * 1024];
            Array.Fill(block, (byte)'x');
            byte[] next = Encoding.UTF8.GetBytes(start);
            for (long sent = 0; sent < maximum;)
            {
                if (length is null)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"{next.Length:x}\r\n"), ct);
                }

                await stream.WriteAsync(next, ct);
                if (length is null)
                {
                    await stream.WriteAsync("\r\n"u8.ToArray(), ct);
                }

                sent += next.Length;
                self!.Written = sent;
                next = block;
            }
        });
        return self;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                await ReadRequestAsync(stream);
                Interlocked.Increment(ref _requests);
                await _response(stream, _stop.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
            {
                // The client has had enough, which is the point.
            }
        }
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Append((char)one[0]);
        }

        string length = head.ToString().Split("\r\n").First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[15..];
        await stream.ReadExactlyAsync(new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)], _stop.Token);
    }
}
