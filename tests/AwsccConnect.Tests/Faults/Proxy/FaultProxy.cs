using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>
/// A TCP proxy between the module and a simulator. It passes bytes on, keeps account of the calls and does to them what
/// its faults say. It goes on counting when the simulator is gone, so that calls that start too late are seen.
/// </summary>
public sealed partial class FaultProxy : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<Socket, Task> _connections = new();
    private readonly ConcurrentDictionary<string, bool> _struckRequests = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ProxiedCall> _calls = new();
    private readonly IPEndPoint _upstream;
    private readonly string _mark;
    private readonly Task _accepting;

    /// <summary>Starts the proxy.</summary>
    /// <param name="upstream">The simulator.</param>
    /// <param name="mark">What is in the body of the calls that the faults are for.</param>
    /// <param name="faults">The faults, in the order they are tried.</param>
    public FaultProxy(Uri upstream, string mark, params IEnumerable<ProxyFault> faults)
    {
        _upstream = new IPEndPoint(IPAddress.Loopback, upstream.Port);
        _mark = mark;
        Faults = [.. faults];
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/";
        _accepting = AcceptAsync();
    }

    /// <summary>Where the module is to send its calls.</summary>
    public string Url { get; }

    /// <summary>The faults, in the order they are tried.</summary>
    public IReadOnlyList<ProxyFault> Faults { get; }

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<ProxiedCall> Calls => [.. _calls];

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (Socket open in _connections.Keys)
        {
            open.Dispose();
        }

        await Task.WhenAll(_connections.Values);
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                Socket client = await _listener.AcceptAsync(_closing.Token);
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
        using Socket upstream = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            while (await HttpMessage.ReadAsync(client, _closing.Token) is { } received)
            {
                ProxiedCall call = new(received);
                call.IsStruck = IsStruck(call);
                ProxyFault? fault = Faults.FirstOrDefault(candidate => candidate.Takes(call));
                call.IsHit = fault is { IsScenery: false };
                _calls.Enqueue(call);
                ProxyExchange exchange = new(call, client, request => ForwardAsync(upstream, call, request), _closing.Token);
                await (fault?.DoAsync(exchange) ?? PassAsync(exchange));
                if (!exchange.KeepsConnection)
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            // One of the ends went away: so does the other.
        }

        client.Dispose();
        _connections.TryRemove(client, out _);
    }

    private static async Task PassAsync(ProxyExchange exchange) => await exchange.SendAsync((await exchange.ForwardAsync()).Bytes);

    private async Task<HttpMessage> ForwardAsync(Socket upstream, ProxiedCall call, HttpMessage request)
    {
        if (!upstream.Connected)
        {
            await upstream.ConnectAsync(_upstream, _closing.Token);
            upstream.NoDelay = true;
        }

        await upstream.SendAsync(request.Bytes, _closing.Token);
        HttpMessage response = await HttpMessage.ReadAsync(upstream, _closing.Token) ?? throw new IOException("The simulator closed the connection.");
        if (call.IsStruck && Requests().Match(response.Text) is { Success: true } match)
        {
            _struckRequests[match.Groups[1].Value] = true;
        }

        return response;
    }

    /// <summary>Calls about a request have no user in them, but the token that the write was answered with.</summary>
    private bool IsStruck(ProxiedCall call) =>
        call.Body.Contains(_mark, StringComparison.Ordinal)
        || (Requests().Match(call.Body) is { Success: true } match && _struckRequests.ContainsKey(match.Groups[1].Value));

    [GeneratedRegex("\"RequestToken\":\"([^\"]+)\"")]
    private static partial Regex Requests();
}
