using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AwsccConnect.Simulator.Resources;

/// <summary>JSON text in and out, and equality of values as RFC 6902 section 4.6 defines it.</summary>
internal static class JsonTexts
{
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode node) => node.ToJsonString(Compact);

    /// <summary>Parses completely: JsonNode finds duplicate names and lone surrogates only when a value is first looked at.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(text);
            Materialise(node);
            return node is not null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            node = null;
            return false;
        }
    }

    public static JsonObject ParseObject(string text) =>
        TryParse(text, out var node) && node is JsonObject result ? result : throw new JsonException("The text is not a JSON object.");

    public static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        var kind = left.GetValueKind();
        if (kind != right.GetValueKind())
        {
            return false;
        }

        switch (kind)
        {
            case JsonValueKind.Object:
                var a = left.AsObject();
                var b = right.AsObject();
                return a.Count == b.Count && a.All(pair => b.TryGetPropertyValue(pair.Key, out var other) && AreEqual(pair.Value, other));
            case JsonValueKind.Array:
                var x = left.AsArray();
                var y = right.AsArray();
                return x.Count == y.Count && x.Zip(y).All(pair => AreEqual(pair.First, pair.Second));
            case JsonValueKind.Number:
                return NumbersAreEqual(left.ToJsonString(), right.ToJsonString());
            case JsonValueKind.String:
                return string.Equals(left.GetValue<string>(), right.GetValue<string>(), StringComparison.Ordinal);
            default:
                return true;
        }
    }

    private static bool NumbersAreEqual(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a == b
            : double.Parse(left, CultureInfo.InvariantCulture).Equals(double.Parse(right, CultureInfo.InvariantCulture));

    private static void Materialise(JsonNode? node)
    {
        if (node is JsonObject value)
        {
            foreach (var pair in value)
            {
                Materialise(pair.Value);
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Materialise(item);
            }
        }
        else if (node?.GetValueKind() == JsonValueKind.String)
        {
            _ = node.GetValue<string>();
        }
    }
}
