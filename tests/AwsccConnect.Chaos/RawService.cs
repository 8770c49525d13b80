using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AwsccConnect.Chaos;

/// <summary>Calls and reads of a simulator with plain HTTP, independently of the module.</summary>
public static class RawService
{
    private static readonly HttpClient Http = new();

    /// <summary>Calls an operation; the call has to succeed.</summary>
    public static async Task<JsonNode> CallAsync(ConnectSimulator simulator, string operation, JsonObject input)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, simulator.Url)
        {
            Content = new StringContent(input.ToJsonString(), new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", "CloudApiService." + operation);
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>The properties of every user by ARN.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadUsersAsync(ConnectSimulator simulator)
    {
        JsonObject input = new() { ["TypeName"] = "AWS::Connect::User", ["ResourceModel"] = new JsonObject { ["InstanceArn"] = simulator.InstanceArn }.ToJsonString() };
        return (await PagesAsync(simulator, "ListResources", "ResourceDescriptions", input))
            .Select(user => user["Identifier"]!.ToString()).ToDictionary(arn => arn, simulator.GetProperties, StringComparer.Ordinal);
    }

    /// <summary>How many requests of an operation have succeeded for each user.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountSuccessesAsync(ConnectSimulator simulator, string operation)
    {
        JsonObject filter = new() { ["Operations"] = new JsonArray(operation), ["OperationStatuses"] = new JsonArray("SUCCESS") };
        return (await PagesAsync(simulator, "ListResourceRequests", "ResourceRequestStatusSummaries", new() { ["MaxResults"] = 100, ["ResourceRequestStatusFilter"] = filter }))
            .CountBy(request => request["Identifier"]!.ToString(), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Holds all writes after the first few, for an hour before they are carried out, so that a process with more cannot come to its end before it is killed.</summary>
    /// <param name="simulator">The simulator.</param>
    /// <param name="writes">How many are let through.</param>
    /// <param name="operation">The operation; with *, several.</param>
    /// <returns>The rule, which has hits as soon as a write is held.</returns>
    public static SimulatorFault HoldWrites(ConnectSimulator simulator, int writes, string operation = "*eResource")
    {
        SimulatorFault hold = new() { Operation = operation, Kind = SimulatorFaultKind.Slow, Milliseconds = 3_600_000, Skip = writes };
        simulator.Faults.Add(hold);
        return hold;
    }

    /// <summary>A text in which the order of members and elements makes no difference.</summary>
    public static string Canonical(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Canonical(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Canonical).Order(StringComparer.Ordinal))}]",
        _ => node?.ToJsonString() ?? "null",
    };

    private static async Task<IReadOnlyList<JsonNode>> PagesAsync(ConnectSimulator simulator, string operation, string member, JsonObject input)
    {
        List<JsonNode> items = [];
        do
        {
            var page = await CallAsync(simulator, operation, input);
            items.AddRange(page[member]!.AsArray().OfType<JsonNode>());
            input["NextToken"] = page["NextToken"]?.ToString();
        }
        while (input["NextToken"] is not null);

        return items;
    }
}
