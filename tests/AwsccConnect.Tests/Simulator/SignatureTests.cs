using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Simulator;

public class SignatureTests
{
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static readonly DateTimeOffset Now = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private static Task<RawClient> StartAsync() => RawClient.StartAsync(options =>
    {
        options.AccessKey = AccessKey;
        options.SecretKey = SecretKey;
        options.TimeProvider = new FakeTimeProvider(Now);
    });

    [Fact]
    public async Task A_good_signature_is_accepted()
    {
        await using var client = await StartAsync();
        (await SignedAsync(client)).Status.ShouldBe(200);
        (await SignedAsync(client, at: Now.AddMinutes(-5))).Status.ShouldBe(200);
        (await SignedAsync(client, at: Now.AddMinutes(5))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_wrong_with_a_signature_is_reported()
    {
        await using var client = await StartAsync();
        (await client.CallAsync("ListResourceRequests", [])).ShouldFail("MissingAuthenticationTokenException");
        (await SignedAsync(client, secret: "other")).ShouldFail("InvalidSignatureException").Message.ShouldContain("does not match");
        (await SignedAsync(client, access: "AKIDOTHER")).ShouldFail("UnrecognizedClientException");
        (await SignedAsync(client, region: "us-east-1")).ShouldFail("InvalidSignatureException").Message.ShouldContain("eu-west-2");
        (await SignedAsync(client, service: "connect")).ShouldFail("InvalidSignatureException");
        (await SignedAsync(client, at: Now.AddMinutes(-5).AddSeconds(-1))).ShouldFail("InvalidSignatureException").Message.ShouldContain("Signature expired");
        (await SignedAsync(client, at: Now.AddMinutes(5).AddSeconds(1))).ShouldFail("InvalidSignatureException").Message.ShouldContain("not yet current");
        (await SignedAsync(client, change: request => request.Content = new StringContent("{\"MaxResults\":2}"))).ShouldFail("InvalidSignatureException");
        (await SignedAsync(client, change: request => request.Headers.Remove("X-Amz-Date"))).ShouldFail("IncompleteSignatureException");
        foreach (var header in new[] { "Basic abc", "AWS4-HMAC-SHA256 Credential=x", "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host" })
        {
            var reply = await SignedAsync(client, change: request =>
            {
                request.Headers.Remove("Authorization");
                request.Headers.TryAddWithoutValidation("Authorization", header);
            });
            reply.ShouldFail("IncompleteSignatureException");
        }

        client.Simulator.Calls.ShouldAllBe(call => call.Outcome != "Success");
    }

    [Fact]
    public async Task One_key_alone_is_refused_at_the_start()
    {
        await Should.ThrowAsync<ArgumentException>(() => ConnectSimulator.StartAsync(new SimulatorOptions { AccessKey = AccessKey }, TestContext.Current.CancellationToken));
    }

    private static Task<RawReply> SignedAsync(
        RawClient client, string access = AccessKey, string secret = SecretKey, string region = "eu-west-2", string service = "cloudcontrolapi",
        DateTimeOffset? at = null, Action<HttpRequestMessage>? change = null) => client.CallAsync("ListResourceRequests", new JsonObject(), request =>
    {
        var time = (at ?? Now).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        var host = $"127.0.0.1:{client.Simulator.Port}";
        var canonical = $"POST\n/\n\nhost:{host}\nx-amz-date:{time}\nx-amz-target:CloudApiService.ListResourceRequests\n\nhost;x-amz-date;x-amz-target\n{Hash("{}")}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { time[..8], region, service, "aws4_request" })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}")));
        request.Headers.Add("X-Amz-Date", time);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={access}/{scope}, SignedHeaders=host;x-amz-date;x-amz-target, Signature={signature}");
        change?.Invoke(request);
    });

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
