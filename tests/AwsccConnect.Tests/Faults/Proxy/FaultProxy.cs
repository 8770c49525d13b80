using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>
/// A proxy between the module and a simulator. It passes calls on, keeps account of them and does to them what
/// its faults say. It counts on after the command has ended, so that calls that start too late are seen.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    /// <summary>What the access key ids of all calls of the matrix begin with.</summary>
    private const string KeyPrefix = "AKIDFAULTS";

    private readonly StubServer _server;
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ConcurrentDictionary<string, bool> _struckRequests = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ProxiedCall> _calls = new();
    private readonly string _mark;
    private readonly IReadOnlyList<ProxyFault> _faults;

    /// <summary>Starts the proxy.</summary>
    /// <param name="upstream">The simulator.</param>
    /// <param name="mark">What is in the body of the calls that the faults are for.</param>
    /// <param name="faults">The faults, in the order they are tried.</param>
    public FaultProxy(Uri upstream, string mark, IReadOnlyList<ProxyFault> faults)
    {
        _client.BaseAddress = upstream;
        _mark = mark;
        _faults = faults;
        _server = new StubServer(ServeAsync);
    }

    /// <summary>Where the module is to send its calls.</summary>
    public string Url => _server.Url;

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<ProxiedCall> Calls => [.. _calls];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    private async Task ServeAsync(HttpContext context, HttpMessage received)
    {
        ProxiedCall call = new(received, context, ForwardAsync);
        if (!call.AccessKey.StartsWith(KeyPrefix, StringComparison.Ordinal))
        {
            // Another test still calls a server that had this port before.
            context.Abort();
            return;
        }

        // Calls about a request name no user, but the request token of the write.
        call.IsStruck = call.Body.Contains(_mark, StringComparison.Ordinal) || (call.RequestToken is { } token && _struckRequests.ContainsKey(token));
        var fault = _faults.FirstOrDefault(candidate => candidate.Takes(call));
        call.IsHit = fault is { IsScenery: false };
        _calls.Enqueue(call);
        await (fault?.Action ?? ProxyAction.Pass).DoAsync(call);
    }

    private async Task<CannedResponse> ForwardAsync(ProxiedCall call)
    {
        using HttpRequestMessage request = new(new HttpMethod(call.Request.Method), call.Request.Path) { Content = new StringContent(call.Body) };
        request.Content.Headers.Clear();
        foreach ((var name, var value) in call.Request.Headers.Where(header => header.Key != "Content-Length"))
        {
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        // Carried out to its end, even where the module has given up.
        using var message = await _client.SendAsync(request, CancellationToken.None);
        CannedResponse response = new((int)message.StatusCode, await message.Content.ReadAsByteArrayAsync(CancellationToken.None))
        {
            ContentType = $"{message.Content.Headers.ContentType}",
            Headers = message.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value)),
        };
        if (call.IsStruck && ProxiedCall.Member("RequestToken", response.Text) is { } token)
        {
            _struckRequests[token] = true;
        }

        return response;
    }
}
