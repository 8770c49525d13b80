using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Patching;

/// <summary>
/// One operation of a patch document (RFC 6902 section 4): <c>add</c>, <c>remove</c>, <c>replace</c>, <c>move</c>, <c>copy</c> or <c>test</c>. Paths are
/// JSON Pointers; a null value of add, replace and test is the JSON null.
/// </summary>
internal sealed record PatchOperation(string Op, string Path, JsonNode? Value = null, string? From = null)
{
    public bool HasValue => Op is "add" or "replace" or "test";

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["op"] = Op };
        if (From is not null)
        {
            json["from"] = From;
        }

        json["path"] = Path;
        if (HasValue)
        {
            json["value"] = Value?.DeepClone();
        }

        return json;
    }

    /// <summary>The operation without its value, which may be secret.</summary>
    public override string ToString() => From is null ? $"{Op} {Path}" : $"{Op} {From} to {Path}";
}
