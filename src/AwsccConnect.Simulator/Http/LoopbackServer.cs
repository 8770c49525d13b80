using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AwsccConnect.Simulator.Http;

/// <summary>
/// An HTTP/1.1 server on 127.0.0.1. HttpListener would not do: on Windows it needs a reservation for an address, and it cannot cut a
/// connection without a response, which the fault rules have to.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly Socket _listener;
    private readonly ConnectionLimits _limits;
    private readonly SemaphoreSlim _requests;
    private readonly SemaphoreSlim _connections;
    private readonly ConcurrentDictionary<Socket, Task> _open = new();
    private readonly CancellationToken _stopping;
    private Task _accepting = Task.CompletedTask;

    private LoopbackServer(Socket listener, int maximumConcurrentRequests, ConnectionLimits limits, CancellationToken stopping)
    {
        _limits = limits;
        _listener = listener;
        _stopping = stopping;
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _requests = new SemaphoreSlim(maximumConcurrentRequests);
        _connections = new SemaphoreSlim(limits.Connections);
    }

    public int Port { get; }

    /// <summary>Binds a port; 0 lets the system choose a free one.</summary>
    public static LoopbackServer Bind(int port, int maximumConcurrentRequests, ConnectionLimits limits, CancellationToken stopping)
    {
        Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                // Otherwise another program could share the port.
                listener.ExclusiveAddressUse = true;
            }

            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen(512);
            return new LoopbackServer(listener, maximumConcurrentRequests, limits, stopping);
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw new IOException($"The simulator cannot listen on 127.0.0.1 port {port}: {e.Message}", e);
        }
    }

    public void Start(Func<HttpRequest, Task<HttpResponse>> handle) => _accepting = Task.Run(() => AcceptAsync(handle), CancellationToken.None);

    /// <summary>After the token is cancelled: waits, up to a time, for calls being worked on, then cuts what is left.</summary>
    public async Task StopAsync(TimeSpan timeout)
    {
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        try
        {
            await Task.WhenAll(_open.Values).WaitAsync(timeout, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            foreach (var socket in _open.Keys)
            {
                socket.Dispose();
            }
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _requests.Dispose();
        _connections.Dispose();
    }

    private async Task AcceptAsync(Func<HttpRequest, Task<HttpResponse>> handle)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await _connections.WaitAsync(_stopping).ConfigureAwait(false);
                var socket = await _listener.AcceptAsync(_stopping).ConfigureAwait(false);
                socket.NoDelay = true;
                TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _open[socket] = done.Task;
                _ = Task.Run(() => ServeAsync(socket, handle, done), CancellationToken.None);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client gave up between connecting and being accepted.
                _connections.Release();
            }
        }
    }

    private async Task ServeAsync(Socket socket, Func<HttpRequest, Task<HttpResponse>> handle, TaskCompletionSource done)
    {
        try
        {
            HttpRequestReader reader = new(socket, AwsJson.LargestBody, _limits);
            var isConfirmed = true;
            while (isConfirmed && await reader.ReadAsync(_stopping).ConfigureAwait(false) is { } request)
            {
                HttpResponse response;
                await _requests.WaitAsync(_stopping).ConfigureAwait(false);
                try
                {
                    response = await handle(request).ConfigureAwait(false);
                }
                finally
                {
                    _requests.Release();
                }

                using CancellationTokenSource timeout = new(_limits.Response);
                isConfirmed = await HttpResponseWriter.SendAsync(socket, request, response, timeout.Token).ConfigureAwait(false) && !request.Closes;
            }
        }
        catch (HttpFormatException e)
        {
            await HttpResponseWriter.RefuseAsync(socket, e.Message).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client is gone or too slow, or the simulator stops: there is no client to respond to.
        }
        finally
        {
            socket.Dispose();
            _open.TryRemove(socket, out _);
            _connections.Release();
            done.SetResult();
        }
    }
}
