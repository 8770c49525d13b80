using System.Text;
using System.Text.Json.Nodes;

namespace AwsccConnect.Chaos;

/// <summary>What the service has to tell, read with nothing but HTTP: the module must not confirm itself.</summary>
internal static class RawService
{
    private const string UserType = "AWS::Connect::User";

    /// <summary>The ARNs of all users.</summary>
    public static async Task<IReadOnlyList<string>> ListUsersAsync(ConnectSimulator simulator) =>
        [.. (await PagesAsync(simulator.Url, "ListResources", "ResourceDescriptions", () => new JsonObject
        {
            ["TypeName"] = UserType,
            ["ResourceModel"] = new JsonObject { ["InstanceArn"] = simulator.InstanceArn }.ToJsonString(),
        })).Select(user => user["Identifier"]!.ToString())];

    /// <summary>How many requests of an operation have succeeded for each user.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountSuccessesAsync(ConnectSimulator simulator, string operation) =>
        (await PagesAsync(simulator.Url, "ListResourceRequests", "ResourceRequestStatusSummaries", () => new JsonObject
        {
            ["MaxResults"] = 100,
            ["ResourceRequestStatusFilter"] = new JsonObject { ["Operations"] = new JsonArray(operation), ["OperationStatuses"] = new JsonArray("SUCCESS") },
        })).CountBy(request => request["Identifier"]!.ToString(), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<JsonNode>> PagesAsync(Uri url, string operation, string member, Func<JsonObject> body)
    {
        List<JsonNode> items = [];
        using HttpClient http = new();
        string? next = null;
        do
        {
            JsonObject input = body();
            if (next is not null)
            {
                input["NextToken"] = next;
            }

            using HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new StringContent(input.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0") };
            request.Headers.Add("X-Amz-Target", "CloudApiService." + operation);
            using HttpResponseMessage response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            JsonNode page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            items.AddRange(page[member]!.AsArray().OfType<JsonNode>());
            next = page["NextToken"]?.ToString();
        }
        while (next is not null);

        return items;
    }
}
