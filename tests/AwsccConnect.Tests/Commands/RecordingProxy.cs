using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.CloudControl;

namespace AwsccConnect.Tests.Commands;

/// <summary>Passes calls on to a simulator and keeps their bodies, which the simulator's own log does not have.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly HttpClient _upstream;
    private readonly Task _loop;

    public RecordingProxy(Uri upstream)
    {
        _upstream = new HttpClient { BaseAddress = upstream };
        (_listener, Url) = Listen();
        _loop = AcceptAsync();
    }

    public string Url { get; }

    public ConcurrentQueue<SentRequest> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop;
        _upstream.Dispose();
    }

    private static (HttpListener Listener, string Url) Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var url = $"http://127.0.0.1:{LoopbackServer.FreePort()}/";
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
                open.Add(PassAsync(await _listener.GetContextAsync()));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                await Task.WhenAll(open);
                return;
            }
        }
    }

    private async Task PassAsync(HttpListenerContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var target = context.Request.Headers["X-Amz-Target"] ?? "";
            Requests.Enqueue(new SentRequest(target[(target.LastIndexOf('.') + 1)..], JsonNode.Parse(body.ToArray())!.AsObject()));

            using var request = new HttpRequestMessage(HttpMethod.Post, context.Request.RawUrl) { Content = new ByteArrayContent(body.ToArray()) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
            request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers["Authorization"]);
            request.Headers.TryAddWithoutValidation("X-Amz-Date", context.Request.Headers["X-Amz-Date"]);
            using var response = await _upstream.SendAsync(request);
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            foreach (var (name, values) in response.Headers.Where(header => header.Key.StartsWith("x-amzn", StringComparison.OrdinalIgnoreCase)))
            {
                context.Response.Headers[name] = values.First();
            }

            await context.Response.OutputStream.WriteAsync(await response.Content.ReadAsByteArrayAsync());
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpRequestException or HttpListenerException or ObjectDisposedException or IOException)
        {
            // One of the two ends went away: so does the other.
            context.Response.Abort();
        }
    }
}
