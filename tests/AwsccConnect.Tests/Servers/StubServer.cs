using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AwsccConnect.Tests.Servers;

/// <summary>A server on loopback that responds as the test defines, and records the requests.</summary>
public sealed class StubServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<Socket, Task> _connections = new();
    private readonly Func<Socket, CancellationToken, Task> _serveAsync;
    private readonly Task _accepting;

    /// <summary>Starts a server that sends responses in turn; the last one stays.</summary>
    public StubServer(params CannedResponse[] responses)
        : this(InTurn(responses))
    {
    }

    /// <summary>Starts a server that responds to requests.</summary>
    public StubServer(Func<HttpMessage, CannedResponse> respond)
        : this(serveAsync: null, respond)
    {
    }

    /// <summary>Starts a server that leaves connections to the test.</summary>
    public StubServer(Func<Socket, CancellationToken, Task> serveAsync)
        : this(serveAsync, respond: null)
    {
    }

    private StubServer(Func<Socket, CancellationToken, Task>? serveAsync, Func<HttpMessage, CannedResponse>? respond)
    {
        _serveAsync = serveAsync ?? ((socket, token) => RespondAsync(socket, respond!, token));
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}/";

    /// <summary>The requests so far, in order.</summary>
    public ConcurrentQueue<HttpMessage> Requests { get; } = new();

    /// <summary>The one request.</summary>
    public HttpMessage Only => Requests.ShouldHaveSingleItem();

    /// <summary>Completes when the first request has been read, before its response is sent.</summary>
    public TaskCompletionSource FirstRequest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A port that nothing listens on.</summary>
    public static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (var open in _connections.Keys)
        {
            open.Dispose();
        }

        await Task.WhenAll(_connections.Values);
        _closing.Dispose();
    }

    private static Func<HttpMessage, CannedResponse> InTurn(CannedResponse[] responses)
    {
        var next = -1;
        return _ => responses.Length == 0 ? CannedResponse.Ok("{}") : responses[Math.Min(Interlocked.Increment(ref next), responses.Length - 1)];
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var client = await _listener.AcceptAsync(_closing.Token);
                client.NoDelay = true;
                _connections[client] = Task.Run(() => ServeAsync(client));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            await _serveAsync(client, _closing.Token);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            // The client went away, as some of the tests do, or the server is closing.
        }

        client.Dispose();
        _connections.TryRemove(client, out _);
    }

    private async Task RespondAsync(Socket client, Func<HttpMessage, CannedResponse> respond, CancellationToken cancellationToken)
    {
        await using NetworkStream stream = new(client);
        while (await HttpMessage.ReadAsync(client, cancellationToken) is { } request)
        {
            Requests.Enqueue(request);
            FirstRequest.TrySetResult();
            await respond(request).WriteAsync(stream, cancellationToken);
        }
    }
}
