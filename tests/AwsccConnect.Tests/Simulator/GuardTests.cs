namespace AwsccConnect.Tests.Simulator;

public class GuardTests
{
    [Theory]
    [InlineData("Origin", "https://example.com")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Web_pages_are_refused(string header, string value)
    {
        await using var client = await RawClient.StartAsync();
        var reply = await client.CallAsync("ListResourceRequests", [], request => request.Headers.TryAddWithoutValidation(header, value));
        reply.Status.ShouldBe(403);
        reply.Text.ShouldNotContain("ResourceRequestStatusSummaries");
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("127.0.0.1.example.com")]
    [InlineData("[::1]")]
    public async Task Other_hosts_are_refused(string host)
    {
        await using var client = await RawClient.StartAsync();
        var reply = await client.CallAsync("ListResourceRequests", [], request => request.Headers.Host = $"{host}:{client.Simulator.Port}");
        reply.Status.ShouldBeInRange(400, 404);
        reply.Text.ShouldNotContain("ResourceRequestStatusSummaries");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Both_names_of_loopback_work(string host)
    {
        await using var client = await RawClient.StartAsync();
        var reply = await client.CallAsync("ListResourceRequests", [], request => request.RequestUri = new Uri($"http://{host}:{client.Simulator.Port}/"));
        reply.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Get_returns_health_and_other_methods_are_not_allowed()
    {
        await using var client = await RawClient.StartAsync();
        (await RawClient.Http.GetStringAsync(client.Simulator.Url, TestContext.Current.CancellationToken)).ShouldContain("\"ok\"");
        using var deleted = await RawClient.Http.DeleteAsync(client.Simulator.Url, TestContext.Current.CancellationToken);
        ((int)deleted.StatusCode).ShouldBe(405);
    }

    [Fact]
    public async Task Stopped_means_not_reachable()
    {
        var client = await RawClient.StartAsync();
        await client.Simulator.StopAsync();
        client.Simulator.IsRunning.ShouldBeFalse();
        await Should.ThrowAsync<HttpRequestException>(() => client.ListAsync());
        await client.DisposeAsync();
        await client.Simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_taken_port_is_an_IO_exception()
    {
        await using var client = await RawClient.StartAsync();
        var port = client.Simulator.Port;
        var error = await Should.ThrowAsync<IOException>(() => ConnectSimulator.StartAsync(new SimulatorOptions { Port = port }, TestContext.Current.CancellationToken));
        error.Message.ShouldContain(port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
