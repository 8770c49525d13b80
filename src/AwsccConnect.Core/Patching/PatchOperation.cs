using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Patching;

/// <summary>One operation of a patch document (RFC 6902 section 4).</summary>
/// <param name="Op"><c>add</c>, <c>remove</c>, <c>replace</c>, <c>move</c>, <c>copy</c> or <c>test</c>.</param>
/// <param name="Path">The JSON Pointer that it is about.</param>
/// <param name="Value">The value of add, replace and test; null is the JSON null there.</param>
/// <param name="From">The pointer that move and copy take the value from.</param>
public sealed record PatchOperation(string Op, string Path, JsonNode? Value = null, string? From = null)
{
    /// <summary>True for the operations that have a value.</summary>
    public bool HasValue => Op is "add" or "replace" or "test";

    /// <summary>The operation as JSON.</summary>
    /// <returns>A new object.</returns>
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
    /// <returns>The text.</returns>
    public override string ToString() => From is null ? $"{Op} {Path}" : $"{Op} {From} to {Path}";
}
