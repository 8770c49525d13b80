using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>What can be done to a call.</summary>
public static class ProxyActions
{
    private const string AwsJson = "application/x-amz-json-1.0";

    /// <summary>The connection is reset; the simulator never sees the call.</summary>
    public static Func<ProxyExchange, Task> ResetBefore => exchange =>
    {
        exchange.Cut();
        return Task.CompletedTask;
    };

    /// <summary>The call is carried out, then the connection is reset without a response.</summary>
    public static Func<ProxyExchange, Task> ResetAfter => async exchange =>
    {
        await exchange.ForwardAsync();
        exchange.Cut();
    };

    /// <summary>The call is carried out, then the connection is closed without a response.</summary>
    public static Func<ProxyExchange, Task> CloseAfter => async exchange =>
    {
        await exchange.ForwardAsync();
        exchange.Cut(reset: false);
    };

    /// <summary>The call is carried out; the head and half the body arrive, then the connection is closed.</summary>
    public static Func<ProxyExchange, Task> HalfBody => async exchange =>
    {
        await SendHalfAsync(exchange);
        exchange.Cut(reset: false);
    };

    /// <summary>The call is carried out; half the body arrives, then nothing more, and the connection stays open.</summary>
    public static Func<ProxyExchange, Task> HalfBodyThenSilence => async exchange =>
    {
        await SendHalfAsync(exchange);
        await Task.Delay(Timeout.Infinite, exchange.Closing);
    };

    /// <summary>The call is carried out without a response; the connection stays open.</summary>
    public static Func<ProxyExchange, Task> Silence => async exchange =>
    {
        await exchange.ForwardAsync();
        await Task.Delay(Timeout.Infinite, exchange.Closing);
    };

    /// <summary>The response arrives a few bytes at a time.</summary>
    public static Func<ProxyExchange, Task> Drip => async exchange =>
    {
        var bytes = (await exchange.ForwardAsync()).Bytes;
        for (var i = 0; i < bytes.Length; i += 50)
        {
            await exchange.SendAsync(bytes.AsMemory(i, Math.Min(50, bytes.Length - i)));
            await Task.Delay(10, exchange.Closing);
        }
    };

    /// <summary>The response arrives later.</summary>
    public static Func<ProxyExchange, Task> Late(int milliseconds) => async exchange =>
    {
        var response = await exchange.ForwardAsync();
        await Task.Delay(milliseconds, exchange.Closing);
        await exchange.SendAsync(response.Bytes);
    };

    /// <summary>The response is dated by a clock that is ahead.</summary>
    public static Func<ProxyExchange, Task> Dated(TimeSpan ahead) => async exchange =>
    {
        var response = await exchange.ForwardAsync();
        var head = Regex.Replace(response.Head, "(?im)^Date:[^\r]*", string.Create(CultureInfo.InvariantCulture, $"Date: {DateTimeOffset.UtcNow + ahead:R}"));
        await exchange.SendAsync((response with { Head = head }).Bytes);
    };

    /// <summary>A tenth of the response's body is overwritten.</summary>
    public static Func<ProxyExchange, Task> Corrupt => async exchange =>
    {
        var response = await exchange.ForwardAsync();
        byte[] body = [.. response.Body];
        for (var i = 0; i < body.Length; i += 10)
        {
            body[i] = 0xFF;
        }

        await exchange.SendAsync((response with { Body = body }).Bytes);
    };

    /// <summary>The call is carried out, but this arrives instead of the response's body.</summary>
    public static Func<ProxyExchange, Task> BodyInstead(string body, string? contentType = null) => async exchange =>
        await exchange.SendAsync((await exchange.ForwardAsync()).WithBody(body, contentType).Bytes);

    /// <summary>The call is carried out; the response's body arrives changed.</summary>
    public static Func<ProxyExchange, Task> Edit(Func<string, string> edit) => async exchange =>
    {
        var response = await exchange.ForwardAsync();
        await exchange.SendAsync(response.WithBody(edit(response.Text)).Bytes);
    };

    /// <summary>The call is carried out; the response's JSON arrives changed.</summary>
    public static Func<ProxyExchange, Task> EditJson(Action<JsonObject> edit) => Edit(body =>
    {
        var response = JsonNode.Parse(body)!.AsObject();
        edit(response);
        return response.ToJsonString();
    });

    /// <summary>The call is carried out; what matches a pattern in the response's body arrives replaced.</summary>
    public static Func<ProxyExchange, Task> Replace(string pattern, string replacement) => Edit(body => Regex.Replace(body, pattern, replacement));

    /// <summary>The response arrives with another Content-Type.</summary>
    public static Func<ProxyExchange, Task> OtherContentType => async exchange =>
    {
        var response = await exchange.ForwardAsync();
        await exchange.SendAsync(response.WithBody(response.Text, "text/plain").Bytes);
    };

    /// <summary>The response redirects to another path at the same proxy.</summary>
    public static Func<ProxyExchange, Task> Redirect => exchange =>
    {
        var host = exchange.Call.Request.Header("Host")!;
        var head = $"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{host}/elsewhere\r\nContent-Length: 0\r\n\r\n";
        return exchange.SendAsync(Encoding.ASCII.GetBytes(head));
    };

    /// <summary>A list begins with a page that has no entries but a token.</summary>
    public static Func<ProxyExchange, Task> EmptyPageFirst => exchange => exchange.Call.Body.Contains("\"empty-first\"", StringComparison.Ordinal)
        ? WithoutNextToken(async inner => await inner.SendAsync((await inner.ForwardAsync()).Bytes))(exchange)
        : exchange.Call.Body.Contains("NextToken", StringComparison.Ordinal)
            ? Edit(body => body)(exchange)
            : RespondWith(200, """{"TypeName":"AWS::Connect::User","ResourceDescriptions":[],"NextToken":"empty-first"}""")(exchange);

    /// <summary>Changes the first page, whatever page is requested: the simulator accepts its own tokens only.</summary>
    public static Func<ProxyExchange, Task> WithoutNextToken(Func<ProxyExchange, Task> action) => exchange => action(exchange with
    {
        SendOnAsync = request =>
        {
            var asked = request.Json;
            asked.Remove("NextToken");
            return exchange.SendOnAsync(request.WithBody(asked.ToJsonString()));
        },
    });

    /// <summary>The proxy responds itself; the call does not reach the simulator.</summary>
    public static Func<ProxyExchange, Task> RespondWith(int status, string body, string contentType = AwsJson, TimeSpan ahead = default) => exchange =>
        exchange.SendAsync(ResponseOf(status, body, contentType, DateTimeOffset.UtcNow + ahead).Bytes);

    /// <summary>An exception of the service; the simulator never sees the call.</summary>
    public static Func<ProxyExchange, Task> Exception(string name, int status, string? message = null, TimeSpan ahead = default) =>
        RespondWith(status, $$"""{"__type":"com.amazonaws.cloudapiservice#{{name}}","Message":"{{message ?? "said " + name}}"}""", AwsJson, ahead);

    private static HttpMessage ResponseOf(int status, string body, string contentType, DateTimeOffset date) => new HttpMessage(
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {(HttpStatusCode)status}\r\nDate: {date:R}\r\nx-amzn-RequestId: {Guid.NewGuid():D}\r\n\r\n"),
        []).WithBody(body, contentType);

    private static async Task SendHalfAsync(ProxyExchange exchange)
    {
        var response = await exchange.ForwardAsync();
        await exchange.SendAsync(Encoding.ASCII.GetBytes(response.Head));
        await exchange.SendAsync(response.Body.AsMemory(0, response.Body.Length / 2));
    }
}
