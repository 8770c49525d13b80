using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>
/// A TCP proxy between the module and a simulator. It passes bytes on, keeps account of the calls and does to them what
/// its faults say. It counts on after the simulator has stopped, so that calls that start too late are seen.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    /// <summary>What the access key ids of all calls of the matrix begin with.</summary>
    private const string KeyPrefix = "AKIDFAULTS";

    private readonly StubServer _server;
    private readonly ConcurrentDictionary<string, bool> _struckRequests = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ProxiedCall> _calls = new();
    private readonly int _port;
    private readonly string _mark;
    private readonly IReadOnlyList<ProxyFault> _faults;

    /// <summary>Starts the proxy.</summary>
    /// <param name="upstream">The simulator.</param>
    /// <param name="mark">What is in the body of the calls that the faults are for.</param>
    /// <param name="faults">The faults, in the order they are tried.</param>
    public FaultProxy(Uri upstream, string mark, IReadOnlyList<ProxyFault> faults)
    {
        _port = upstream.Port;
        _mark = mark;
        _faults = faults;
        _server = new StubServer(ServeAsync);
    }

    /// <summary>Where the module is to send its calls.</summary>
    public string Url => _server.Url;

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<ProxiedCall> Calls => [.. _calls];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(Socket client, CancellationToken closing)
    {
        using Socket upstream = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        while (await HttpMessage.ReadAsync(client, closing) is { } received)
        {
            ProxiedCall call = new(received);
            if (!call.AccessKey.StartsWith(KeyPrefix, StringComparison.Ordinal))
            {
                // Another test still calls a server that had this port before.
                break;
            }

            // Calls about a request name no user, but the request token of the write.
            call.IsStruck = call.Body.Contains(_mark, StringComparison.Ordinal) || (call.RequestToken is { } token && _struckRequests.ContainsKey(token));
            var fault = _faults.FirstOrDefault(candidate => candidate.Takes(call));
            call.IsHit = fault is { IsScenery: false };
            _calls.Enqueue(call);
            await (fault?.Action ?? ProxyAction.Pass).DoAsync(new ProxyExchange(call, client, request => ForwardAsync(upstream, call, request, closing), closing));
        }
    }

    private async Task<HttpMessage> ForwardAsync(Socket upstream, ProxiedCall call, HttpMessage request, CancellationToken closing)
    {
        if (!upstream.Connected)
        {
            await upstream.ConnectAsync(IPAddress.Loopback, _port, closing);
        }

        await upstream.SendAsync(request.Bytes, closing);
        var response = await HttpMessage.ReadAsync(upstream, closing) ?? throw new IOException("The simulator closed the connection.");
        if (call.IsStruck && ProxiedCall.Member("RequestToken", response.Text) is { } token)
        {
            _struckRequests[token] = true;
        }

        return response;
    }
}
