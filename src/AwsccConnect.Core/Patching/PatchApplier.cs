using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Patching;

/// <summary>Applies patch documents after RFC 6902, on a copy.</summary>
internal static class PatchApplier
{
    private static readonly UserProperty Anything = UserProperty.Unknown("/value");

    internal static JsonObject Apply(PatchDocument document, JsonObject state)
    {
        var root = state.DeepClone();
        for (var i = 0; i < document.Count; i++)
        {
            var operation = document[i];
            try
            {
                root = Apply(root, operation);
            }
            catch (FormatException e)
            {
                throw new ConnectOperationException(ErrorIds.InvalidPatchDocument, FormattableString.Invariant($"Operation {i + 1} ({operation}) cannot be applied: {e.Message}"));
            }
            catch (InvalidOperationException e)
            {
                throw new ConnectOperationException(ErrorIds.ConcurrentChange, FormattableString.Invariant($"Operation {i + 1} ({operation}) failed: {e.Message}"));
            }
        }

        return root as JsonObject
            ?? throw new ConnectOperationException(ErrorIds.InvalidPatchDocument, "The patched state is not a JSON object.");
    }

    private static JsonNode? Apply(JsonNode? root, PatchOperation operation)
    {
        switch (operation.Op)
        {
            case "add":
                return Add(root, operation.Path, operation.Value?.DeepClone());
            case "remove":
                return Remove(root, operation.Path);
            case "replace":
                _ = Find(root, operation.Path);
                return operation.Path.Length == 0 ? operation.Value?.DeepClone() : Add(Remove(root, operation.Path), operation.Path, operation.Value?.DeepClone());
            case "copy":
                return Add(root, operation.Path, Find(root, operation.From!)?.DeepClone());
            case "move":
                var moved = Find(root, operation.From!)?.DeepClone();
                return operation.From == operation.Path ? root : Add(Remove(root, operation.From!), operation.Path, moved);
            case "test":
                return Equal(Find(root, operation.Path), operation.Value)
                    ? root
                    : throw new InvalidOperationException("the value there is another one.");
            default:
                throw new FormatException($"the op '{operation.Op}' is unknown.");
        }
    }

    /// <summary>RFC 6902 section 4.6: arrays in order, objects without; here null is not absence.</summary>
    private static bool Equal(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Equal(pair.First, pair.Second)),
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(member => b.TryGetPropertyValue(member.Key, out var other) && Equal(member.Value, other)),
        (JsonValue a, JsonValue b) => UserStateComparer.AreEqual(Anything, a, b),
        _ => false,
    };

    private static JsonNode? Find(JsonNode? root, string pointer) =>
        JsonPointer.TryGet(root, pointer, out var value) ? value : throw new FormatException($"there is nothing at '{pointer}'.");

    private static (JsonNode? Parent, string Token) Parent(JsonNode? root, string pointer)
    {
        var slash = pointer.LastIndexOf('/');
        return JsonPointer.TryGet(root, pointer[..slash], out var parent) && parent is JsonObject or JsonArray
            ? (parent, JsonPointer.Unescape(pointer[(slash + 1)..]))
            : throw new FormatException($"there is no object or array at '{pointer[..slash]}'.");
    }

    private static JsonNode? Add(JsonNode? root, string pointer, JsonNode? value)
    {
        if (pointer.Length == 0)
        {
            return value;
        }

        var (parent, token) = Parent(root, pointer);
        if (parent is JsonArray array)
        {
            if (token == "-")
            {
                array.Add(value);
            }
            else if (JsonPointer.TryIndex(token, out var index) && index <= array.Count)
            {
                array.Insert(index, value);
            }
            else
            {
                throw new FormatException($"'{token}' is not an index of the array.");
            }
        }
        else
        {
            parent!.AsObject()[token] = value;
        }

        return root;
    }

    private static JsonNode? Remove(JsonNode? root, string pointer)
    {
        _ = Find(root, pointer);
        if (pointer.Length == 0)
        {
            return null;
        }

        var (parent, token) = Parent(root, pointer);
        if (parent is JsonArray array)
        {
            _ = JsonPointer.TryIndex(token, out var index);
            array.RemoveAt(index);
        }
        else
        {
            parent!.AsObject().Remove(token);
        }

        return root;
    }
}
