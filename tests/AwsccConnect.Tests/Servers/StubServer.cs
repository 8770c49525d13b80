using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;

namespace AwsccConnect.Tests.Servers;

/// <summary>A server on loopback that responds as the test defines, and records the requests.</summary>
public sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    /// <summary>Starts a server that sends responses in turn; the last one stays.</summary>
    public StubServer(params CannedResponse[] responses)
        : this(InTurn(responses))
    {
    }

    /// <summary>Starts a server that responds to requests.</summary>
    public StubServer(Func<HttpMessage, CannedResponse> respond)
        : this((context, request) => respond(request).WriteAsync(context))
    {
    }

    /// <summary>Starts a server that leaves what is sent to the test.</summary>
    /// <param name="handleAsync">Serves a request.</param>
    /// <param name="listen">Takes part in the connections; null for plain HTTP.</param>
    public StubServer(Func<HttpContext, HttpMessage, Task> handleAsync, Action<ListenOptions>? listen = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen ?? (_ => { })));
        _server = builder.Build();
        _server.Run(async context =>
        {
            var request = await HttpMessage.ReadAsync(context);
            Requests.Enqueue(request);
            FirstRequest.TrySetResult();
            await handleAsync(context, request);
        });
        _server.Start();
        Port = new Uri(_server.Urls.Single()).Port;
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

    /// <summary>Cuts the connections that are open.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Func<HttpMessage, CannedResponse> InTurn(CannedResponse[] responses)
    {
        var next = -1;
        return _ => responses.Length == 0 ? CannedResponse.Ok("{}") : responses[Math.Min(Interlocked.Increment(ref next), responses.Length - 1)];
    }
}
