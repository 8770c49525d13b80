using System.Net;
using System.Net.Sockets;
using AwsccConnect.Simulator.Http;

namespace AwsccConnect.Tests.Robustness;

/// <summary>What the simulator does with clients that are no clients: bytes over raw sockets.</summary>
public sealed class SimulatorSocketTests : IAsyncLifetime
{
    private const string Target = "X-Amz-Target: CloudApiService.ListResourceRequests\r\n";

    private ConnectSimulator? _simulator;

    private ConnectSimulator Simulator => _simulator!;

    public async ValueTask InitializeAsync() => _simulator = await StartAsync(new ConnectionLimits { Connections = 8 });

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_valid_request_gets_a_response() =>
        (await TalkAsync($"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n{Target}Content-Length: 2\r\nConnection: close\r\n\r\n{{}}")).ShouldStartWith("HTTP/1.1 200 ");

    [Fact]
    public async Task Only_loopback_is_bound()
    {
        foreach (var address in (await Dns.GetHostAddressesAsync(Dns.GetHostName(), TestContext.Current.CancellationToken)).Where(address => !IPAddress.IsLoopback(address)))
        {
            using Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await Should.ThrowAsync<SocketException>(() => socket.ConnectAsync(address, Simulator.Port, TestContext.Current.CancellationToken).AsTask());
        }
    }

    [Theory]
    [InlineData("Host: attacker.example")]
    [InlineData("Host: attacker.example:80")]
    [InlineData("Host: 127.0.0.1.attacker.example")]
    [InlineData("Host: localhost.attacker.example")]
    [InlineData("Host: 127.0.0.1@attacker.example")]
    [InlineData("Host: attacker.example\r\nX-Forwarded-Host: 127.0.0.1")]
    [InlineData("Host:")]
    [InlineData("X-None: x")]
    [InlineData("Host: 127.0.0.1\r\nOrigin: https://attacker.example")]
    [InlineData("Host: 127.0.0.1\r\nOrigin: null")]
    [InlineData("Host: 127.0.0.1\r\nOrigin: http://127.0.0.1")]
    [InlineData("Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site")]
    [InlineData("Host: 127.0.0.1\r\nSec-Fetch-Site: same-site")]
    [InlineData("Host: 127.0.0.1\r\nSec-Fetch-Site: same-origin")]
    [InlineData("host: 127.0.0.1\r\nsec-fetch-site: Cross-Site")]
    public async Task Other_hosts_and_web_pages_get_nothing(string headers)
    {
        var response = await TalkAsync($"POST / HTTP/1.1\r\n{headers}\r\n{Target}Content-Length: 2\r\nConnection: close\r\n\r\n{{}}");

        response.ShouldStartWith("HTTP/1.1 403 ");
        response.ShouldNotContain("ResourceRequestStatusSummaries");
        response.ShouldNotContain("Access-Control", Case.Insensitive);
    }

    [Fact]
    public async Task A_preflight_gets_no_permission()
    {
        var response = await TalkAsync("OPTIONS / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n");

        response.ShouldStartWith("HTTP/1.1 405 ");
        response.ShouldNotContain("Access-Control", Case.Insensitive);
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("POST http://attacker.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("POST / HTTP/2.0\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: attacker.example\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 104857600\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\n Host: 127.0.0.1\r\n\r\n")]
    public async Task What_is_no_request_is_refused(string bytes) => (await TalkAsync(bytes)).ShouldStartWith("HTTP/1.1 400 ");

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nX: ")]
    [InlineData("POST /")]
    [InlineData("POST / HTTP/1.1\r\n\0")]
    public async Task A_head_without_end_is_refused_at_32_kilobytes(string start) =>
        (await TalkAsync(start + UnsafeText.Long(200_000))).ShouldStartWith("HTTP/1.1 400 ");

    [Fact]
    public async Task Headers_without_end_are_refused() => (await TalkAsync(
        "POST / HTTP/1.1\r\n" + string.Concat(Enumerable.Range(0, 20_000).Select(number => $"X-{number}: y\r\n")))).ShouldStartWith("HTTP/1.1 400 ");

    [Fact]
    public async Task Chunks_without_end_are_refused()
    {
        var chunk = $"{64 * 1024:x}\r\n{UnsafeText.Long(64 * 1024)}\r\n";

        (await TalkAsync("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n", string.Concat(Enumerable.Repeat(chunk, 300)))).ShouldStartWith("HTTP/1.1 400 ");
    }

    [Fact]
    public async Task A_body_of_two_megabytes_is_refused_and_the_connection_goes_on() =>
        (await TalkAsync(
            $"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n{Target}Content-Length: {2 << 20}\r\n\r\n{UnsafeText.Long(2 << 20)}",
            $"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n{Target}Content-Length: 2\r\nConnection: close\r\n\r\n{{}}"))
            .ShouldMatch("(?s)^HTTP/1.1 413 .*HTTP/1.1 200 ");

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\n{")]
    public async Task A_client_that_does_not_go_on_is_cut_off(string bytes)
    {
        await UseShortLimitsAsync();
        (await TalkAsync(bytes)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Slow_clients_do_not_keep_others_out()
    {
        await UseShortLimitsAsync();
        List<Socket> slow = [];
        try
        {
            for (var number = 0; number < 12; number++)
            {
                var socket = await ConnectAsync();
                await socket.SendAsync("POST / HTTP/1.1\r\nHo"u8.ToArray(), TestContext.Current.CancellationToken);
                slow.Add(socket);
            }

            // There is room for eight: this one is served when the first of them have been cut off.
            (await TalkAsync($"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n{Target}Content-Length: 2\r\nConnection: close\r\n\r\n{{}}")).ShouldStartWith("HTTP/1.1 200 ");
        }
        finally
        {
            slow.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Random_bytes_never_end_it()
    {
        Random random = new(20_261_123);
        for (var round = 0; round < 60; round++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            var request = round % 2 == 0
                ? Encoding.Latin1.GetString(bytes)
                : $"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{Target}Content-Length: {bytes.Length}\r\n\r\n{Encoding.Latin1.GetString(bytes)}";
            (await TalkAsync(request, closes: true)).ShouldNotStartWith("HTTP/1.1 5");
        }

        await A_valid_request_gets_a_response();
    }

    [Fact]
    public async Task Deep_json_is_refused()
    {
        foreach (var body in new[] { UnsafeText.NestedJson(10_000), UnsafeText.NestedJson(5_000, objects: true), "{\"TypeName\":\"\\ud800\"}", "{\"TypeName\":1e999}" })
        {
            (await TalkAsync($"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n{Target.Replace("ListResourceRequests", "GetResource", StringComparison.Ordinal)}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"))
                .ShouldStartWith("HTTP/1.1 400 ", customMessage: body[..16]);
        }
    }

    private static Task<ConnectSimulator> StartAsync(ConnectionLimits limits) =>
        ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 3, Limits = limits }, TestContext.Current.CancellationToken);

    /// <summary>Only where being cut off is the point: a slow machine takes longer than this to send a large request.</summary>
    private async Task UseShortLimitsAsync()
    {
        var limit = TimeSpan.FromMilliseconds(300);
        await Simulator.DisposeAsync();
        _simulator = await StartAsync(new ConnectionLimits { Request = limit, Idle = limit, Response = limit, Connections = 8 });
    }

    private async Task<Socket> ConnectAsync()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Simulator.Port, TestContext.Current.CancellationToken);
        return socket;
    }

    /// <summary>Sends bytes and reads until the other end closes.</summary>
    private async Task<string> TalkAsync(string first, string? second = null, bool closes = false)
    {
        using var socket = await ConnectAsync();
        var sending = SendAsync();
        StringBuilder response = new();
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, SocketFlags.None, TestContext.Current.CancellationToken) is > 0 and var count)
            {
                response.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            // Cut off: what was read before counts.
        }

        await sending;
        return response.ToString();

        async Task SendAsync()
        {
            try
            {
                foreach (var part in new[] { first, second ?? string.Empty }.Where(part => part.Length > 0))
                {
                    var bytes = Encoding.Latin1.GetBytes(part);
                    for (var sent = 0; sent < bytes.Length;)
                    {
                        sent += await socket.SendAsync(bytes.AsMemory(sent), TestContext.Current.CancellationToken);
                    }
                }

                if (closes)
                {
                    socket.Shutdown(SocketShutdown.Send);
                }
            }
            catch (SocketException)
            {
                // The other end has stopped listening.
            }
        }
    }
}
