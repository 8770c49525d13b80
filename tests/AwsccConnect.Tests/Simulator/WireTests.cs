using System.Net.Sockets;

namespace AwsccConnect.Tests.Simulator;

/// <summary>Raw HTTP, without a client library in between.</summary>
public class WireTests
{
    private const string Target = "X-Amz-Target: CloudApiService.ListResourceRequests\r\n";

    [Fact]
    public async Task Several_requests_share_a_connection_also_when_sent_at_once()
    {
        await using var client = await RawClient.StartAsync();
        var one = $"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n{Target}Content-Length: 2\r\n\r\n{{}}";
        var last = $"POST / HTTP/1.1\r\nHost: localhost\r\n{Target}Content-Length: 2\r\nConnection: close\r\n\r\n{{}}";
        var responses = await ExchangeAsync(client, one + one + last);
        responses.Split("HTTP/1.1 200 OK").Length.ShouldBe(4);
        client.Simulator.Calls.Count(call => call.Outcome == "Success").ShouldBe(3);
    }

    [Fact]
    public async Task Chunked_bodies_and_expect_are_understood()
    {
        await using var client = await RawClient.StartAsync();
        var chunked = $"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n{Target}Transfer-Encoding: chunked\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
            + "11\r\n{\"MaxResults\":101\r\n1;x=y\r\n}\r\n0\r\nTrailer: x\r\n\r\n";
        var response = await ExchangeAsync(client, chunked);
        response.ShouldStartWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 BadRequest\r\n");
        response.ShouldContain("'maxResults'");
    }

    [Theory]
    [InlineData("GET\r\n\r\n")]
    [InlineData("POST http://example.com/ HTTP/1.1\r\n\r\n")]
    [InlineData("POST / HTTP/3\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: example.com\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -2\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n")]
    public async Task What_is_no_HTTP_is_refused_and_the_connection_closed(string request)
    {
        await using var client = await RawClient.StartAsync();
        (await ExchangeAsync(client, request)).ShouldStartWith("HTTP/1.1 400 ");
        client.Simulator.CallCount.ShouldBe(0);
        (await client.ListAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_endless_head_is_cut_off()
    {
        await using var client = await RawClient.StartAsync();
        var response = await ExchangeAsync(client, "POST / HTTP/1.1\r\nX: " + new string('x', 40_000));
        response.ShouldContain("head is too large");
    }

    [Fact]
    public async Task A_request_without_host_is_refused()
    {
        await using var client = await RawClient.StartAsync();
        (await ExchangeAsync(client, $"POST / HTTP/1.0\r\n{Target}Content-Length: 2\r\n\r\n{{}}")).ShouldStartWith("HTTP/1.1 403 ");
    }

    [Fact]
    public async Task More_requests_than_slots_all_get_a_response()
    {
        await using var client = await RawClient.StartAsync(options =>
        {
            options.MaximumConcurrentRequests = 2;
            options.LatencyMilliseconds = 1;
        });
        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => client.ListAsync()));
        replies.ShouldAllBe(reply => reply.Status == 200);
    }

    private static async Task<string> ExchangeAsync(RawClient client, string request)
    {
        var token = TestContext.Current.CancellationToken;
        using TcpClient tcp = new();
        await tcp.ConnectAsync("127.0.0.1", client.Simulator.Port, token);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), token);
        using MemoryStream response = new();
        try
        {
            await stream.CopyToAsync(response, token);
        }
        catch (IOException)
        {
            // A reset after the response: some of the request was not read any more.
        }

        return Encoding.ASCII.GetString(response.ToArray());
    }
}
