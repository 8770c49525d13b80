using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Compares values as AWS means them: unordered arrays as sets, absent and empty alike, texts in any Unicode normalization form, numbers by value (RFC 6902 section 4.6).
/// </summary>
internal static class UserStateComparer
{
    /// <summary>Compares two values of a property; null is absent.</summary>
    public static bool AreEqual(UserProperty property, JsonNode? left, JsonNode? right) =>
        Canonical(property, left) == Canonical(property, right);

    public static bool AreEqual(string pointer, JsonNode? left, JsonNode? right) => AreEqual(UserSchema.At(pointer), left, right);

    public static bool AreEqual(JsonObject left, JsonObject right) =>
        JsonText.NamesOf(left, right).All(name => AreEqual(UserSchema.At($"/{JsonPointer.Escape(name)}"), left[name], right[name]));

    /// <summary>A text that is the same for values that mean the same.</summary>
    internal static string Canonical(UserProperty property, JsonNode? value)
    {
        if (JsonText.IsNothing(value))
        {
            return "";
        }

        return property.IsSet && value is JsonArray array
            ? string.Concat(array.Select(Canonical).Distinct().Order(StringComparer.Ordinal).Select(element => element + "\n"))
            : Canonical(value);
    }

    private static string Canonical(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject obj:
                text.Append('{');
                foreach (var (name, member) in obj.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    if (!JsonText.IsNothing(member))
                    {
                        text.Append(JsonText.Write(JsonValue.Create(name))).Append(':');
                        Write(text, member);
                        text.Append(',');
                    }
                }

                text.Append('}');
                break;
            case JsonArray array:
                text.Append('[');
                foreach (var item in array)
                {
                    Write(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case null:
                text.Append("null");
                break;
            default:
                text.Append(value.GetValueKind() switch
                {
                    JsonValueKind.Number => Number(value.ToJsonString()),
                    JsonValueKind.String => JsonText.Write(JsonValue.Create(UnicodeForm.Compose(value.GetValue<string>()))),
                    _ => value.ToJsonString(),
                });
                break;
        }
    }

    private static string Number(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            // Dividing by one with all its places removes trailing zeros: 5.0 is 5.
            return (exact / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : text;
    }
}
