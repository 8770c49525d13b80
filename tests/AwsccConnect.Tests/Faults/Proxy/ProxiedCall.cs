using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>One call that reached the proxy.</summary>
/// <param name="Request">The request as it came, or what is passed on instead.</param>
/// <param name="Context">Where the response is sent.</param>
/// <param name="ForwardAsync">Passes the call on and gives the simulator's response.</param>
public sealed record ProxiedCall(HttpMessage Request, HttpContext Context, Func<ProxiedCall, Task<CannedResponse>> ForwardAsync)
{
    /// <summary>When it arrived, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long Arrived { get; } = Stopwatch.GetTimestamp();

    /// <summary>Cloud Control operation, for example <c>CreateResource</c>.</summary>
    public string Operation { get; } = Request.Target?.Split('.')[^1] ?? string.Empty;

    /// <summary>The request's body.</summary>
    public string Body => Request.Text;

    /// <summary>Access key id that the request is signed with.</summary>
    public string AccessKey { get; } = Request.Header("Authorization")?.Split("Credential=")[^1].Split('/')[0] ?? string.Empty;

    /// <summary>The time that the request is signed with.</summary>
    public DateTimeOffset SignedAt { get; } = DateTimeOffset.ParseExact(
        Request.Header("X-Amz-Date") ?? "19700101T000000Z", "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Client token of a write.</summary>
    public string? ClientToken { get; } = Member("ClientToken", Request.Text);

    /// <summary>Request token that the call is about.</summary>
    public string? RequestToken { get; } = Member("RequestToken", Request.Text);

    /// <summary>Whether the call is about what the faults are for.</summary>
    public bool IsStruck { get; set; }

    /// <summary>Whether a fault was done to it.</summary>
    public bool IsHit { get; set; }

    /// <summary>The first text of that name in JSON, also in JSON that is broken; null where there is none.</summary>
    public static string? Member(string name, string json) => Regex.Match(json, $"\"{name}\":\"([^\"]+)\"") is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Sends the head and half the body.</summary>
    public Task SendHalfAsync(CannedResponse response)
    {
        // Past the server, which would send it when it likes.
        var head = $"HTTP/1.1 {response.Status} X\r\nContent-Type: {response.ContentType}\r\nContent-Length: {response.Body.Length}\r\n\r\n";
        return Socket.SendAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. response.Body[..(response.Body.Length / 2)]]);
    }

    /// <summary>Closes the connection with FIN; <see cref="HttpContext.Abort"/> is RST, as by a crashed peer.</summary>
    public void Close() => Socket.Shutdown(SocketShutdown.Both);

    /// <summary>Leaves the connection open until the client gives up.</summary>
    public Task StallAsync() => Task.Delay(Timeout.Infinite, Context.RequestAborted);

    private Socket Socket => Context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
