using System.Collections.Specialized;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>An HTTP request as it came over the wire.</summary>
internal sealed record RecordedRequest(string Method, string Path, NameValueCollection Headers, string Body)
{
    public string Target => Headers["X-Amz-Target"]!;

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
