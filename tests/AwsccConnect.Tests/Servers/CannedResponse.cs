using System.Globalization;
using System.Text;

namespace AwsccConnect.Tests.Servers;

/// <summary>What the <see cref="StubServer"/> responds with.</summary>
public sealed record CannedResponse(int Status, string Body)
{
    public const string RequestId = "7f3c9d1e-0000-4000-8000-00000000abcd";

    /// <summary>A response that does not come while the server lives.</summary>
    public static CannedResponse Nothing { get; } = new(200, "{}") { Never = true };

    public bool Never { get; init; }

    public string ContentType { get; init; } = "application/x-amz-json-1.0";

    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string> { ["x-amzn-RequestId"] = RequestId };

    /// <summary>Writes a body after <see cref="Body"/>, also without end; null for none.</summary>
    public Flood? Flood { get; init; }

    public static CannedResponse Ok(string json) => new(200, json);

    public static CannedResponse Error(int status, string code, string message) =>
        new(status, $$"""{"__type":"com.amazonaws.cloudcontrol#{{code}}","Message":"{{message}}"}""");

    internal async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (Never)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        var body = Encoding.UTF8.GetBytes(Body);
        var framing = Flood is null ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}") : Flood.Framing;
        var headers = string.Concat(Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {Status} X\r\nContent-Type: {ContentType}\r\n{headers}{framing}\r\n\r\n"), cancellationToken);
        await (Flood?.WriteAsync(stream, body, cancellationToken) ?? stream.WriteAsync(body, cancellationToken).AsTask());
    }
}
