using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>
/// A TCP proxy between the module and a simulator. It passes bytes on, keeps account of the calls and does to them what
/// its faults say. It counts on after the simulator has stopped, so that calls that start too late are seen.
/// </summary>
public sealed partial class FaultProxy : IAsyncDisposable
{
    /// <summary>What the access key ids of all calls of the matrix begin with.</summary>
    private const string KeyPrefix = "AKIDFAULTS";

    private readonly StubServer _server;
    private readonly ConcurrentDictionary<string, bool> _struckRequests = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ProxiedCall> _calls = new();
    private readonly IPEndPoint _upstream;
    private readonly string _mark;

    /// <summary>Starts the proxy.</summary>
    /// <param name="upstream">The simulator.</param>
    /// <param name="mark">What is in the body of the calls that the faults are for.</param>
    /// <param name="faults">The faults, in the order they are tried.</param>
    public FaultProxy(Uri upstream, string mark, params IEnumerable<ProxyFault> faults)
    {
        _upstream = new IPEndPoint(IPAddress.Loopback, upstream.Port);
        _mark = mark;
        Faults = [.. faults];
        _server = new StubServer(ServeAsync);
    }

    /// <summary>Where the module is to send its calls.</summary>
    public string Url => _server.Url;

    /// <summary>The faults, in the order they are tried.</summary>
    public IReadOnlyList<ProxyFault> Faults { get; }

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<ProxiedCall> Calls => [.. _calls];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(Socket client, CancellationToken closing)
    {
        using Socket upstream = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        while (await HttpMessage.ReadAsync(client, closing) is { } received)
        {
            ProxiedCall call = new(received);
            if (!call.AccessKey.StartsWith(KeyPrefix, StringComparison.Ordinal))
            {
                // Another test still calls a server that had this port before.
                break;
            }

            call.IsStruck = IsStruck(call);
            var fault = Faults.FirstOrDefault(candidate => candidate.Takes(call));
            call.IsHit = fault is { IsScenery: false };
            _calls.Enqueue(call);
            ProxyExchange exchange = new(call, client, request => ForwardAsync(upstream, call, request, closing), closing);
            await (fault?.DoAsync(exchange) ?? PassAsync(exchange));
            if (!exchange.KeepsConnection)
            {
                break;
            }
        }
    }

    private static async Task PassAsync(ProxyExchange exchange) => await exchange.SendAsync((await exchange.ForwardAsync()).Bytes);

    private async Task<HttpMessage> ForwardAsync(Socket upstream, ProxiedCall call, HttpMessage request, CancellationToken closing)
    {
        if (!upstream.Connected)
        {
            await upstream.ConnectAsync(_upstream, closing);
            upstream.NoDelay = true;
        }

        await upstream.SendAsync(request.Bytes, closing);
        var response = await HttpMessage.ReadAsync(upstream, closing) ?? throw new IOException("The simulator closed the connection.");
        if (call.IsStruck && Requests().Match(response.Text) is { Success: true } match)
        {
            _struckRequests[match.Groups[1].Value] = true;
        }

        return response;
    }

    /// <summary>Calls about a request name no user, but the request token of the write.</summary>
    private bool IsStruck(ProxiedCall call) =>
        call.Body.Contains(_mark, StringComparison.Ordinal)
        || (Requests().Match(call.Body) is { Success: true } match && _struckRequests.ContainsKey(match.Groups[1].Value));

    [GeneratedRegex("\"RequestToken\":\"([^\"]+)\"")]
    private static partial Regex Requests();
}
