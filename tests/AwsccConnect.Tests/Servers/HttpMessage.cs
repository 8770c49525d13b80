using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AwsccConnect.Tests.Servers;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path, with its query, as it was sent.</param>
/// <param name="Headers">Its headers, by name in any case.</param>
/// <param name="Text">Its body.</param>
public sealed record HttpMessage(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Text)
{
    /// <summary>The body as a JSON object.</summary>
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    /// <summary>The operation of a request of AWS JSON.</summary>
    public string? Target => Header("X-Amz-Target");

    /// <summary>Reads a request.</summary>
    public static async Task<HttpMessage> ReadAsync(HttpContext context)
    {
        using StreamReader body = new(context.Request.Body);
        return new HttpMessage(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync(context.RequestAborted));
    }

    /// <summary>A header's value; null where there is no such header.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
