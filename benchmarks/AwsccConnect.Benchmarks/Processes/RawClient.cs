using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AwsccConnect.Benchmarks.Processes;

/// <summary>Cloud Control calls with nothing but HttpClient: what the service itself can do. No signature, no retry.</summary>
internal sealed class RawClient(Uri url, string instanceArn, int inFlight) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = inFlight }) { BaseAddress = url };

    public RawClient(Service service, int inFlight)
        : this(service.Url, service.InstanceArn, inFlight)
    {
    }

    public async Task<IReadOnlyList<string>> ListAsync(string typeName)
    {
        List<string> identifiers = [];
        string? token = null;
        do
        {
            JsonObject input = new()
            {
                ["TypeName"] = typeName,
                ["ResourceModel"] = new JsonObject { ["InstanceArn"] = instanceArn }.ToJsonString(),
            };
            if (token is not null)
            {
                input["NextToken"] = token;
            }

            var page = JsonNode.Parse(await CallAsync("ListResources", input.ToJsonString()))!;
            identifiers.AddRange(page["ResourceDescriptions"]!.AsArray().Select(description => description!["Identifier"]!.ToString()));
            token = page["NextToken"]?.ToString();
        }
        while (token is not null);
        return identifiers;
    }

    public Task<byte[]> ReadUserAsync(string identifier) =>
        CallAsync("GetResource", $$"""{"TypeName":"AWS::Connect::User","Identifier":"{{identifier}}"}""");

    public void Dispose() => _http.Dispose();

    private async Task<byte[]> CallAsync(string operation, string body)
    {
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        using HttpRequestMessage request = new(HttpMethod.Post, "/") { Content = content };
        request.Headers.Add("X-Amz-Target", $"CloudApiService.{operation}");
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }
}
