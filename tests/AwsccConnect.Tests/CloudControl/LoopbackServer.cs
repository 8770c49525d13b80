using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>Records what a client sends and answers with what the test says, in turn; the last response stays.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<CannedResponse> _responses;
    private readonly Task _loop;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CannedResponse _last;

    public LoopbackServer(params CannedResponse[] responses)
    {
        _responses = new ConcurrentQueue<CannedResponse>(responses);
        _last = responses.Length > 0 ? responses[^1] : CannedResponse.Ok("{}");
        (_listener, Url) = Listen();
        _loop = AcceptAsync();
    }

    public string Url { get; }

    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    public RecordedRequest Only => Requests.ShouldHaveSingleItem();

    /// <summary>Completes when the first request has been read, before it is answered.</summary>
    public TaskCompletionSource FirstRequest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _released.TrySetResult();
        _listener.Close();
        await _loop;
    }

    private static (HttpListener Listener, string Url) Listen()
    {
        // Another process may take the port between the probe and the listener.
        for (var attempt = 1; ; attempt++)
        {
            var url = $"http://127.0.0.1:{FreePort()}/";
            var listener = new HttpListener { Prefixes = { url } };
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close();
            }
        }
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        while (true)
        {
            try
            {
                open.Add(RespondAsync(await _listener.GetContextAsync()));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                await Task.WhenAll(open);
                return;
            }
        }
    }

    private async Task RespondAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            Requests.Enqueue(new RecordedRequest(
                context.Request.HttpMethod, context.Request.RawUrl!, context.Request.Headers, body));
            FirstRequest.TrySetResult();

            if (_responses.TryDequeue(out var response))
            {
                _last = response;
            }

            if (_last.Never)
            {
                await _released.Task;
            }

            context.Response.StatusCode = _last.Status;
            context.Response.ContentType = _last.ContentType;
            foreach (var (name, value) in _last.Headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(_last.Body));
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The client went away, as some of the tests want it to.
        }
    }
}
