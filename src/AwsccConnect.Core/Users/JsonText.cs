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

    internal static string Write(JsonNode? node) => node is null ? "null" : node.ToJsonString(Options);

    internal static bool IsNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject obj => obj.All(member => IsNothing(member.Value)),
        _ => node.GetValueKind() == JsonValueKind.Null,
    };

    internal static string? StringOf(JsonNode? node)
    {
        if (node is not JsonValue value)
        {
            return null;
        }

        return value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Null => null,
            _ => value.ToJsonString(),
        };
    }

    internal static bool? BooleanOf(JsonNode? node)
    {
        return node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(node.GetValue<string>(), out var flag) => flag,
            _ => null,
        };
    }

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

    /// <summary>A copy without members that have no value: null, an empty array, an object of such.</summary>
    internal static JsonObject Compact(JsonObject source)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in source)
        {
            if (!IsNothing(value))
            {
                copy[name] = value is JsonObject inner ? Compact(inner) : value!.DeepClone();
            }
        }

        return copy;
    }
}
