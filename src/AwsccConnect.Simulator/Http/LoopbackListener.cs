using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AwsccConnect.Simulator;

/// <summary>An HTTP listener on 127.0.0.1 and localhost. It hands each request on and never waits for one to finish before it takes the next.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int PortAttempts = 20;

    private readonly HttpListener _listener;
    private readonly SemaphoreSlim _slots;
    private readonly int _maximum;
    private Task _accepting = Task.CompletedTask;

    private LoopbackListener(HttpListener listener, int port, int maximumConcurrentRequests)
    {
        _listener = listener;
        Port = port;
        _maximum = maximumConcurrentRequests;
        _slots = new SemaphoreSlim(maximumConcurrentRequests);
    }

    public int Port { get; }

    /// <summary>Binds a port; 0 looks for a free one, again if another program takes it in between.</summary>
    public static LoopbackListener Bind(int port, int maximumConcurrentRequests)
    {
        for (int attempt = 1; ; attempt++)
        {
            int candidate = port == 0 ? FreePort() : port;
            HttpListener listener = new();
            try
            {
                // The listener compares the Host header with its prefixes: any other host is answered with 404 (no DNS rebinding).
                listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{candidate}/"));
                listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{candidate}/"));
                listener.Start();
                return new LoopbackListener(listener, candidate, maximumConcurrentRequests);
            }
            catch (Exception e) when (e is HttpListenerException or SocketException)
            {
                ((IDisposable)listener).Dispose();
                if (port != 0 || attempt == PortAttempts)
                {
                    throw new IOException($"The simulator cannot listen on 127.0.0.1 port {candidate}: {e.Message}", e);
                }
            }
        }
    }

    public void Start(Func<HttpListenerContext, Task> handle) => _accepting = AcceptAsync(handle);

    /// <summary>Takes no more requests and waits, up to a time, for those being worked on.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (_listener.IsListening)
        {
            _listener.Stop();
        }

        await _accepting.ConfigureAwait(false);
        long deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        for (int taken = 0; taken < _maximum; taken++)
        {
            int left = (int)Math.Max(0, deadline - Environment.TickCount64);
            if (!await _slots.WaitAsync(left).ConfigureAwait(false))
            {
                break;
            }
        }

        _listener.Close();
    }

    public void Dispose()
    {
        ((IDisposable)_listener).Dispose();
        _slots.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AcceptAsync(Func<HttpListenerContext, Task> handle)
    {
        while (_listener.IsListening)
        {
            await _slots.WaitAsync().ConfigureAwait(false);
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                _slots.Release();
                if (!_listener.IsListening)
                {
                    return;
                }

                continue;
            }

            _ = Task.Run(() => HandleAsync(handle, context));
        }
    }

    private async Task HandleAsync(Func<HttpListenerContext, Task> handle, HttpListenerContext context)
    {
        try
        {
            await handle(context).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The client is gone, or the simulator stops: there is nobody to answer.
            context.Response.Abort();
        }
        finally
        {
            _slots.Release();
        }
    }
}
