using System.Text.Json;

namespace AwsccConnect.Simulator.Resources;

/// <summary>One operation of a patch document (RFC 6902 section 4). Unknown members are ignored, as the section says.</summary>
internal sealed record JsonPatchOperation(string Op, JsonPointer Path, JsonPointer? From, JsonNode? Value)
{
    public static JsonPatchOperation Read(JsonNode? node)
    {
        if (node is not JsonObject operation)
        {
            throw new JsonPatchException("an operation is not a JSON object");
        }

        var op = Member(operation, "op") ?? throw new JsonPatchException("an operation has no op");
        if (op is not ("add" or "remove" or "replace" or "move" or "copy" or "test"))
        {
            throw new JsonPatchException($"op '{op[..Math.Min(op.Length, 40)]}' is unknown");
        }

        var path = Member(operation, "path") ?? throw new JsonPatchException($"an operation '{op}' has no path");
        string? from = null;
        if (op is "move" or "copy")
        {
            from = Member(operation, "from") ?? throw new JsonPatchException($"operation '{op}' on path '{path}' has no from");
        }

        JsonNode? value = null;
        if (op is "add" or "replace" or "test" && !operation.TryGetPropertyValue("value", out value))
        {
            throw new JsonPatchException($"operation '{op}' on path '{path}' has no value");
        }

        return new JsonPatchOperation(op, JsonPointer.Parse(path), from is null ? null : JsonPointer.Parse(from), value);
    }

    private static string? Member(JsonObject operation, string name) =>
        operation.TryGetPropertyValue(name, out var node) && node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
