using System.Text.Json.Nodes;

namespace AwsccConnect.Simulator.Resources;

/// <summary>The public resource schemas, embedded without their descriptions.</summary>
internal static class SchemaDocuments
{
    public static JsonObject Read(ResourceType type)
    {
        var name = $"AwsccConnect.Simulator.Schemas.{type.SchemaName}.json";
        using var stream = typeof(SchemaDocuments).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Schema {name} is not embedded.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
