using Microsoft.AspNetCore.Http;

namespace AwsccConnect.Tests.Servers;

/// <summary>What the <see cref="StubServer"/> responds with.</summary>
public sealed record CannedResponse(int Status, byte[] Body)
{
    public const string RequestId = "7f3c9d1e-0000-4000-8000-00000000abcd";

    public CannedResponse(int status, string body)
        : this(status, Encoding.UTF8.GetBytes(body))
    {
    }

    public string ContentType { get; init; } = "application/x-amz-json-1.0";

    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string> { ["x-amzn-RequestId"] = RequestId };

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    public static CannedResponse Ok(string json) => new(200, json);

    public static CannedResponse Error(int status, string code, string message) =>
        new(status, $$"""{"__type":"com.amazonaws.cloudcontrol#{{code}}","Message":"{{message}}"}""");

    /// <summary>The response with another body.</summary>
    public CannedResponse WithBody(string body, string? contentType = null) => this with { Body = Encoding.UTF8.GetBytes(body), ContentType = contentType ?? ContentType };

    /// <summary>Writes the head; the body is to follow.</summary>
    internal void WriteHead(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        foreach ((var name, var value) in Headers)
        {
            response.Headers[name] = value;
        }
    }

    internal Task WriteAsync(HttpContext context)
    {
        WriteHead(context.Response);
        return context.Response.Body.WriteAsync(Body, context.RequestAborted).AsTask();
    }
}
