using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands;

/// <summary>A call as it went over the wire.</summary>
/// <param name="Operation">Cloud Control operation, such as <c>UpdateResource</c>.</param>
/// <param name="Body">The body.</param>
public sealed record SentRequest(string Operation, JsonObject Body)
{
    /// <summary>The resource that the call names.</summary>
    public string? Identifier => Body[nameof(Identifier)]?.ToString();

    /// <summary>The patch document, one text for each operation: <c>replace /PhoneConfig/AutoAccept true</c>.</summary>
    public IReadOnlyList<string> Patch =>
    [
        .. JsonNode.Parse(Body["PatchDocument"]!.ToString())!.AsArray()
            .Select(operation => $"{operation!["op"]} {operation["path"]} {operation["value"]?.ToJsonString()}".TrimEnd()),
    ];

    /// <summary>The desired state of a create.</summary>
    public JsonObject DesiredState => JsonNode.Parse(Body[nameof(DesiredState)]!.ToString())!.AsObject();
}
