using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Patching;

/// <summary>A JSON Patch (RFC 6902) of a user's resource model.</summary>
internal sealed class PatchDocument(IEnumerable<PatchOperation> operations) : ReadOnlyCollection<PatchOperation>([.. operations])
{
    private static readonly string[] Operations = ["add", "remove", "replace", "move", "copy", "test"];

    /// <summary>
    /// Whether the document is idempotent, so that applying it again changes nothing more: not with tests, moves and
    /// copies, which are about the state before, and not with positions in arrays.
    /// </summary>
    public bool IsRepeatable => this.All(operation =>
        operation.Op is "add" or "replace" or "remove" && !JsonPointer.Tokens(operation.Path).Any(token => token == "-" || (token.Length > 0 && token.All(char.IsAsciiDigit))));

    public bool IsEmpty => Count == 0;

    /// <summary>The pointers that operations touch, each once. An object that is added counts as its leaves, one that this version does not know as a whole.</summary>
    public IEnumerable<string> Leaves => this
        .SelectMany(operation => operation.Value is JsonObject added && UserSchema.At(operation.Path).Kind == UserValueKind.Object
            ? added.Select(member => $"{operation.Path}/{JsonPointer.Escape(member.Key)}")
            : [operation.Path])
        .Distinct(StringComparer.Ordinal);

    /// <summary>Reads a patch document. A path without its leading slash gets one: Cloud Control's own examples write it so.</summary>
    /// <exception cref="FormatException">The text is not a patch document; the message names the operation.</exception>
    public static PatchDocument Parse(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonText.Parse(json);
        }
        catch (JsonException e)
        {
            throw new FormatException(
                e.LineNumber is { } line
                    ? FormattableString.Invariant($"The patch document is not JSON: line {line + 1}, byte {e.BytePositionInLine + 1}.")
                    : $"The patch document is not JSON: {e.Message}",
                e);
        }

        if (node is not JsonArray array)
        {
            throw new FormatException("""A patch document is an array of operations, such as [{"op":"replace","path":"/PhoneConfig/AutoAccept","value":true}].""");
        }

        return new PatchDocument(array.Select(ParseOperation).ToList());
    }

    /// <summary>The document as the JSON text that UpdateResource takes.</summary>
    public string ToJson() => JsonText.Write(new JsonArray([.. this.Select(operation => (JsonNode)operation.ToJson())]));

    /// <summary>The state after the operations, all or none; the given one is not changed.</summary>
    /// <exception cref="ConnectOperationException">An operation cannot be applied (<see cref="ErrorIds.InvalidPatchDocument"/>), or a test failed (<see cref="ErrorIds.ConcurrentChange"/>); nothing was applied.</exception>
    public JsonObject Apply(JsonObject state) => PatchApplier.Apply(this, state);

    /// <summary>The properties that the document would write to although no call of AWS can change them: all of them for an operation on the root.</summary>
    public IReadOnlyList<UserProperty> TouchesNotUpdatable() => [.. UserSchema.Properties.Where(property => !property.IsUpdatable && Touches(property.Pointer))];

    /// <summary>True where the document would write to a pointer: at it, below it or above it. Tests and the source of a copy only read.</summary>
    private bool Touches(string pointer) => this.Any(operation =>
        operation.Op != "test"
        && (JsonPointer.Overlaps(operation.Path, pointer)
            || (operation.Op == "move" && operation.From is { } from && JsonPointer.Overlaps(from, pointer))));

    private static PatchOperation ParseOperation(JsonNode? node, int index)
    {
        if (node is not JsonObject json)
        {
            throw Bad(index, "is not a JSON object");
        }

        var op = Text(json, "op", index) ?? throw Bad(index, "has no 'op'");
        if (!Operations.Contains(op))
        {
            var hint = ClosestMatch.Match(op, Operations) is { } near ? $"; did you mean '{near}'?" : "; known are " + string.Join(", ", Operations);
            throw Bad(index, $"has the unknown op '{op}'{hint}");
        }

        var path = Pointer(json, "path", index) ?? throw Bad(index, "has no 'path'");
        var from = op is "move" or "copy" ? Pointer(json, "from", index) ?? throw Bad(index, $"is a {op} without 'from'") : null;
        var hasValue = json.TryGetPropertyValue("value", out var value);
        if (!hasValue && (op is "add" or "replace" or "test"))
        {
            throw Bad(index, $"is {(op == "add" ? "an" : "a")} {op} without 'value'");
        }

        if (op == "move" && from is not null && path.StartsWith(from + "/", StringComparison.Ordinal))
        {
            throw Bad(index, "moves a value into itself");
        }

        return new PatchOperation(op, path, op is "add" or "replace" or "test" ? value?.DeepClone() : null, from);
    }

    private static string? Pointer(JsonObject json, string name, int index)
    {
        if (Text(json, name, index) is not { } pointer)
        {
            return null;
        }

        pointer = pointer.Length == 0 || pointer[0] == '/' ? pointer : "/" + pointer;
        try
        {
            _ = JsonPointer.Tokens(pointer);
            return pointer;
        }
        catch (FormatException e)
        {
            throw Bad(index, $"has a bad '{name}': {e.Message.TrimEnd('.')}");
        }
    }

    private static string? Text(JsonObject json, string name, int index)
    {
        if (!json.TryGetPropertyValue(name, out var value) || value is null)
        {
            return null;
        }

        return value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw Bad(index, $"has a '{name}' that is not a text");
    }

    private static FormatException Bad(int index, string reason) =>
        new(FormattableString.Invariant($"Operation {index + 1} of the patch document {reason}."));
}
