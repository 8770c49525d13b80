using System.Globalization;
using System.Text.RegularExpressions;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>What can be done to a call.</summary>
/// <param name="DoAsync">Responds instead of the simulator, or changes its response.</param>
/// <param name="IsCarriedOut">Whether the simulator sees the call.</param>
public sealed record ProxyAction(Func<ProxiedCall, Task> DoAsync, bool IsCarriedOut = false)
{
    private const string AwsJson = "application/x-amz-json-1.0";

    /// <summary>The call is passed on, and the response arrives as it is.</summary>
    public static ProxyAction Pass { get; } = Edit(response => response);

    /// <summary>The connection is reset; the simulator never sees the call.</summary>
    public static ProxyAction ResetBefore { get; } = new(call =>
    {
        call.Context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The call is carried out, then the connection is reset without a response.</summary>
    public static ProxyAction ResetAfter { get; } = CarriedOut((call, _) => ResetBefore.DoAsync(call));

    /// <summary>The call is carried out, then the connection is closed without a response.</summary>
    public static ProxyAction CloseAfter { get; } = CarriedOut((call, _) =>
    {
        call.Close();
        return Task.CompletedTask;
    });

    /// <summary>The call is carried out; the head and half the body arrive, then the connection is closed.</summary>
    public static ProxyAction HalfBody { get; } = CarriedOut(async (call, response) =>
    {
        await call.SendHalfAsync(response);
        call.Close();
    });

    /// <summary>The call is carried out; half the body arrives, then nothing more, and the connection stays open.</summary>
    public static ProxyAction HalfBodyThenSilence { get; } = CarriedOut(async (call, response) =>
    {
        await call.SendHalfAsync(response);
        await call.StallAsync();
    });

    /// <summary>The call is carried out without a response; the connection stays open.</summary>
    public static ProxyAction Silence { get; } = CarriedOut((call, _) => call.StallAsync());

    /// <summary>The response's body arrives a few bytes at a time.</summary>
    public static ProxyAction Drip { get; } = CarriedOut(async (call, response) =>
    {
        response.WriteHead(call.Context.Response);
        foreach (var part in response.Body.Chunk(50))
        {
            await call.Context.Response.Body.WriteAsync(part, call.Context.RequestAborted);
            await Task.Delay(10, call.Context.RequestAborted);
        }
    });

    /// <summary>The response arrives 400 ms later.</summary>
    public static ProxyAction Late { get; } = CarriedOut(async (call, response) =>
    {
        await Task.Delay(400, call.Context.RequestAborted);
        await response.WriteAsync(call.Context);
    });

    /// <summary>The response redirects to another path at the same proxy; the simulator never sees the call.</summary>
    public static ProxyAction Redirect { get; } = new(call => new CannedResponse(307, string.Empty)
    {
        Headers = new Dictionary<string, string> { ["Location"] = $"http://{call.Request.Header("Host")}/elsewhere" },
    }.WriteAsync(call.Context));

    /// <summary>A list begins with a page that has no entries but a token.</summary>
    public static ProxyAction EmptyPageFirst { get; } = new(call =>
        (call.Body.Contains("\"empty-first\"", StringComparison.Ordinal) ? Pass.ToFirstPage()
        : call.Body.Contains("NextToken", StringComparison.Ordinal) ? Pass
        : RespondWith(200, """{"TypeName":"AWS::Connect::User","ResourceDescriptions":[],"NextToken":"empty-first"}""")).DoAsync(call));

    /// <summary>The call is carried out; the response arrives changed.</summary>
    public static ProxyAction Edit(Func<CannedResponse, CannedResponse> edit) => CarriedOut((call, response) => edit(response).WriteAsync(call.Context));

    /// <summary>The call is carried out; the response's JSON arrives changed.</summary>
    public static ProxyAction EditJson(Action<JsonObject> edit) => Edit(response =>
    {
        var json = JsonNode.Parse(response.Text)!.AsObject();
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
        Headers = new Dictionary<string, string>(response.Headers) { ["Date"] = DateIn(ahead) },
    });

    /// <summary>The proxy responds itself; the call does not reach the simulator.</summary>
    public static ProxyAction RespondWith(int status, string body, string contentType = AwsJson, TimeSpan ahead = default) => new(call => new CannedResponse(status, body)
    {
        ContentType = contentType,
        Headers = new Dictionary<string, string> { ["Date"] = DateIn(ahead), ["x-amzn-RequestId"] = $"{Guid.NewGuid()}" },
    }.WriteAsync(call.Context));

    /// <summary>An exception of the service; the simulator never sees the call.</summary>
    public static ProxyAction Exception(string name, int status = 400, string? message = null, TimeSpan ahead = default) =>
        RespondWith(status, $$"""{"__type":"com.amazonaws.cloudapiservice#{{name}}","Message":"{{message ?? "said " + name}}"}""", ahead: ahead);

    /// <summary>The same, done to the first page whatever page is requested: the simulator accepts its own tokens only.</summary>
    public ProxyAction ToFirstPage() => this with
    {
        DoAsync = call =>
        {
            var body = call.Request.Json;
            body.Remove("NextToken");
            return DoAsync(call with { Request = call.Request with { Text = body.ToJsonString() } });
        },
    };

    private static string DateIn(TimeSpan ahead) => (DateTimeOffset.UtcNow + ahead).ToString("R", CultureInfo.InvariantCulture);

    private static ProxyAction CarriedOut(Func<ProxiedCall, CannedResponse, Task> send) =>
        new(async call => await send(call, await call.ForwardAsync(call)), IsCarriedOut: true);
}
