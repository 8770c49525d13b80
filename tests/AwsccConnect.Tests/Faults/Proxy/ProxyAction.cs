using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>What can be done to a call.</summary>
/// <param name="DoAsync">Responds instead of the simulator, or changes its response.</param>
/// <param name="IsCarriedOut">Whether the simulator sees the call.</param>
public sealed record ProxyAction(Func<ProxyExchange, Task> DoAsync, bool IsCarriedOut = false)
{
    private const string AwsJson = "application/x-amz-json-1.0";

    /// <summary>The call is passed on, and the response arrives as it is.</summary>
    public static ProxyAction Pass { get; } = Edit(response => response);

    /// <summary>The connection is reset; the simulator never sees the call.</summary>
    public static ProxyAction ResetBefore { get; } = new(exchange => exchange.CutAsync(reset: true));

    /// <summary>The call is carried out, then the connection is reset without a response.</summary>
    public static ProxyAction ResetAfter { get; } = CarriedOut((exchange, _) => exchange.CutAsync(reset: true));

    /// <summary>The call is carried out, then the connection is closed without a response.</summary>
    public static ProxyAction CloseAfter { get; } = CarriedOut((exchange, _) => exchange.CutAsync());

    /// <summary>The call is carried out; the head and half the body arrive, then the connection is closed.</summary>
    public static ProxyAction HalfBody { get; } = CarriedOut(async (exchange, response) =>
    {
        await exchange.SendHalfAsync(response);
        await exchange.CutAsync();
    });

    /// <summary>The call is carried out; half the body arrives, then nothing more, and the connection stays open.</summary>
    public static ProxyAction HalfBodyThenSilence { get; } = CarriedOut(async (exchange, response) =>
    {
        await exchange.SendHalfAsync(response);
        await Task.Delay(Timeout.Infinite, exchange.Closing);
    });

    /// <summary>The call is carried out without a response; the connection stays open.</summary>
    public static ProxyAction Silence { get; } = CarriedOut((exchange, _) => Task.Delay(Timeout.Infinite, exchange.Closing));

    /// <summary>The response arrives a few bytes at a time.</summary>
    public static ProxyAction Drip { get; } = CarriedOut(async (exchange, response) =>
    {
        foreach (var part in response.Bytes.Chunk(50))
        {
            await exchange.SendAsync(part);
            await Task.Delay(10, exchange.Closing);
        }
    });

    /// <summary>The response arrives 400 ms later.</summary>
    public static ProxyAction Late { get; } = CarriedOut(async (exchange, response) =>
    {
        await Task.Delay(400, exchange.Closing);
        await exchange.SendAsync(response.Bytes);
    });

    /// <summary>The response redirects to another path at the same proxy; the simulator never sees the call.</summary>
    public static ProxyAction Redirect { get; } = new(exchange => exchange.SendAsync(Encoding.ASCII.GetBytes(
        $"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{exchange.Call.Request.Header("Host")}/elsewhere\r\nContent-Length: 0\r\n\r\n")));

    /// <summary>A list begins with a page that has no entries but a token.</summary>
    public static ProxyAction EmptyPageFirst { get; } = new(exchange =>
        (exchange.Call.Body.Contains("\"empty-first\"", StringComparison.Ordinal) ? Pass.ToFirstPage()
        : exchange.Call.Body.Contains("NextToken", StringComparison.Ordinal) ? Pass
        : RespondWith(200, """{"TypeName":"AWS::Connect::User","ResourceDescriptions":[],"NextToken":"empty-first"}""")).DoAsync(exchange));

    /// <summary>The call is carried out; the response arrives changed.</summary>
    public static ProxyAction Edit(Func<HttpMessage, HttpMessage> edit) => CarriedOut((exchange, response) => exchange.SendAsync(edit(response).Bytes));

    /// <summary>The call is carried out; the response's JSON arrives changed.</summary>
    public static ProxyAction EditJson(Action<JsonObject> edit) => Edit(response =>
    {
        var json = response.Json;
        edit(json);
        return response.WithBody(json.ToJsonString());
    });

    /// <summary>The call is carried out; what matches a pattern in the response's body arrives replaced.</summary>
    public static ProxyAction Replace(string pattern, string replacement) => Edit(response => response.WithBody(Regex.Replace(response.Text, pattern, replacement)));

    /// <summary>The call is carried out, but this arrives instead of the response's body.</summary>
    public static ProxyAction BodyInstead(string body, string? contentType = null) => Edit(response => response.WithBody(body, contentType));

    /// <summary>The response is dated by a clock that is ahead.</summary>
    public static ProxyAction Dated(TimeSpan ahead) => Edit(response => response with
    {
        Head = Regex.Replace(response.Head, "(?im)^Date:[^\r]*", string.Create(CultureInfo.InvariantCulture, $"Date: {DateTimeOffset.UtcNow + ahead:R}")),
    });

    /// <summary>The proxy responds itself; the call does not reach the simulator.</summary>
    public static ProxyAction RespondWith(int status, string body, string contentType = AwsJson, TimeSpan ahead = default) => new(exchange =>
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {(HttpStatusCode)status}\r\nDate: {DateTimeOffset.UtcNow + ahead:R}\r\nx-amzn-RequestId: {Guid.NewGuid():D}\r\n\r\n");
        return exchange.SendAsync(new HttpMessage(head, []).WithBody(body, contentType).Bytes);
    });

    /// <summary>An exception of the service; the simulator never sees the call.</summary>
    public static ProxyAction Exception(string name, int status = 400, string? message = null, TimeSpan ahead = default) =>
        RespondWith(status, $$"""{"__type":"com.amazonaws.cloudapiservice#{{name}}","Message":"{{message ?? "said " + name}}"}""", ahead: ahead);

    /// <summary>The same, done to the first page whatever page is requested: the simulator accepts its own tokens only.</summary>
    public ProxyAction ToFirstPage() => this with
    {
        DoAsync = exchange =>
        {
            var body = exchange.Call.Request.Json;
            body.Remove("NextToken");
            return DoAsync(exchange with { Request = exchange.Call.Request.WithBody(body.ToJsonString()) });
        },
    };

    private static ProxyAction CarriedOut(Func<ProxyExchange, HttpMessage, Task> send) =>
        new(async exchange => await send(exchange, await exchange.ForwardAsync(exchange.Request)), IsCarriedOut: true);
}
