using System.Collections.Specialized;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Servers;

/// <summary>An HTTP request as it came over the wire.</summary>
public sealed record RecordedRequest(string Method, string Path, NameValueCollection Headers, string Body)
{
    public string Target => Headers["X-Amz-Target"]!;

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    internal static RecordedRequest Of(HttpMessage message)
    {
        var lines = message.Head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var start = lines[0].Split(' ');
        NameValueCollection headers = [];
        foreach (var line in lines.Skip(1))
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            headers.Add(parts[0], parts[1]);
        }

        return new RecordedRequest(start[0], start[1], headers, message.Text);
    }
}
