using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>Small readings of JSON that the model, the patches and the messages share.</summary>
internal static class JsonText
{
    /// <summary>Compact JSON with names such as Zoë left readable; it is never put into HTML.</summary>
    internal static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    /// <summary>
    /// Parses completely. <see cref="JsonNode.Parse(string, JsonNodeOptions?, JsonDocumentOptions)"/> finds names that stand twice and
    /// halves of surrogate pairs only when they are read, far from where the error could be reported.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON, an object has a name twice, or a text is not valid Unicode.</exception>
    internal static JsonNode? Parse(string json)
    {
        try
        {
            var node = JsonNode.Parse(json);
            Materialise(node);
            return node;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new JsonException("An object has a name twice, or a text is not valid Unicode.", exception);
        }
    }

    internal static string Write(JsonNode? node) => node is null ? "null" : node.ToJsonString(Options);

    /// <summary>JSON over several lines, which end with line feeds.</summary>
    internal static string WriteIndented(JsonNode node) => node.ToJsonString(Indented).Replace("\r\n", "\n", StringComparison.Ordinal);

    internal static bool IsNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject obj => obj.All(member => IsNothing(member.Value)),
        _ => node.GetValueKind() == JsonValueKind.Null,
    };

    internal static string? StringOf(JsonNode? node) => (node as JsonValue)?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => node!.GetValue<string>(),
        _ => node!.ToJsonString(),
    };

    internal static bool? BooleanOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(node.GetValue<string>(), out var flag) => flag,
        _ => null,
    };

    internal static double? NumberOf(JsonNode? node)
    {
        var text = node?.GetValueKind() switch
        {
            JsonValueKind.Number => node.ToJsonString(),
            JsonValueKind.String => node.GetValue<string>(),
            _ => null,
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>The index of the byte at which a text stops to be JSON.</summary>
    internal static int IndexOf(ReadOnlySpan<byte> utf8, JsonException fault)
    {
        var start = 0;
        for (var line = fault.LineNumber ?? 0; line > 0 && utf8[start..].IndexOf((byte)'\n') is >= 0 and var length; line--)
        {
            start += length + 1;
        }

        return (int)Math.Min(start + (fault.BytePositionInLine ?? 0), utf8.Length);
    }

    private static void Materialise(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, value) in members)
                {
                    Materialise(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Materialise(item);
                }

                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                _ = text.GetValue<string>();
                break;
        }
    }

    /// <summary>The names of the members of either.</summary>
    internal static List<string> NamesOf(JsonObject one, JsonObject other) => [.. one.Select(member => member.Key).Union(other.Select(member => member.Key))];

    /// <summary>A copy without members that have no value: null, an empty array, an object of such.</summary>
    internal static JsonObject Compact(JsonObject source) => new(source
        .Where(member => !IsNothing(member.Value))
        .Select(member => KeyValuePair.Create(member.Key, member.Value is JsonObject inner ? Compact(inner) : member.Value?.DeepClone())));
}
