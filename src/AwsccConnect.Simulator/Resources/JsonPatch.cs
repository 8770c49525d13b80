namespace AwsccConnect.Simulator.Resources;

/// <summary>An RFC 6902 patch document. Applying works on a copy, so a failing operation changes nothing (section 5).</summary>
internal sealed class JsonPatch
{
    private readonly IReadOnlyList<JsonPatchOperation> _operations;

    private JsonPatch(IReadOnlyList<JsonPatchOperation> operations) => _operations = operations;

    public int Count => _operations.Count;

    /// <summary>Throws <see cref="JsonPatchException"/> for anything that is no array of well-formed operations.</summary>
    public static JsonPatch Parse(string text)
    {
        if (!JsonTexts.TryParse(text, out var node) || node is not JsonArray array)
        {
            throw new JsonPatchException("the document is not a JSON array of operations");
        }

        return new JsonPatch([.. array.Select(JsonPatchOperation.Read)]);
    }

    /// <summary>The document after the first <paramref name="count"/> operations (all by default).</summary>
    public JsonNode? Apply(JsonNode? document, int count = int.MaxValue)
    {
        var root = document?.DeepClone();
        foreach (var operation in _operations.Take(count))
        {
            root = Apply(root, operation);
        }

        return root;
    }

    private static JsonNode? Apply(JsonNode? root, JsonPatchOperation operation)
    {
        switch (operation.Op)
        {
            case "add":
                return Put(root, operation.Path, operation.Value?.DeepClone(), adding: true);
            case "remove":
                return Remove(root, operation.Path);
            case "replace":
                operation.Path.Resolve(root);
                return Put(root, operation.Path, operation.Value?.DeepClone(), adding: false);
            case "copy":
                return Put(root, operation.Path, operation.From!.Resolve(root)?.DeepClone(), adding: true);
            case "move":
                if (operation.From!.IsProperPrefixOf(operation.Path))
                {
                    throw new JsonPatchException($"'{operation.From.Text}' cannot be moved into itself");
                }

                var moved = operation.From.Resolve(root)?.DeepClone();
                return Put(Remove(root, operation.From), operation.Path, moved, adding: true);
            default:
                return JsonTexts.AreEqual(operation.Path.Resolve(root), operation.Value)
                    ? root
                    : throw new JsonPatchException($"test of path '{operation.Path.Text}' failed");
        }
    }

    private static JsonNode? Put(JsonNode? root, JsonPointer path, JsonNode? value, bool adding)
    {
        if (path.Tokens.Count == 0)
        {
            return value;
        }

        switch (path.ResolveParent(root))
        {
            case JsonObject parent:
                parent[path.Tokens[^1]] = value;
                break;
            case JsonArray array when adding:
                array.Insert(path.Index(array, adding), value);
                break;
            case JsonArray array:
                array[path.Index(array, adding)] = value;
                break;
        }

        return root;
    }

    private static JsonNode? Remove(JsonNode? root, JsonPointer path)
    {
        if (path.Tokens.Count == 0)
        {
            return null;
        }

        switch (path.ResolveParent(root))
        {
            case JsonObject parent when parent.Remove(path.Tokens[^1]):
                return root;
            case JsonArray array:
                array.RemoveAt(path.Index(array, adding: false));
                return root;
            default:
                throw path.Absent();
        }
    }
}
