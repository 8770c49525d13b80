using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Compares values as AWS means them: unordered arrays as sets, absent and empty alike, texts in any Unicode normalization form, numbers by value (RFC 6902 section 4.6).
/// </summary>
public static class UserStateComparer
{
    /// <summary>Compares two values of a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="left">A value, or null where it is absent.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they mean the same.</returns>
    public static bool AreEqual(UserProperty property, JsonNode? left, JsonNode? right)
    {
        ArgumentNullException.ThrowIfNull(property);
        return Canonical(property, left) == Canonical(property, right);
    }

    /// <summary>Compares two values of the property at a pointer.</summary>
    /// <param name="pointer">The JSON Pointer, such as <c>/Tags</c>.</param>
    /// <param name="left">A value, or null where it is absent.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they mean the same.</returns>
    public static bool AreEqual(string pointer, JsonNode? left, JsonNode? right) => AreEqual(UserSchema.At(pointer), left, right);

    /// <summary>Compares two whole states.</summary>
    /// <param name="left">A resource model.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where every property means the same.</returns>
    public static bool AreEqual(JsonObject left, JsonObject right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Select(m => m.Key).Union(right.Select(m => m.Key)).All(name => AreEqual(UserSchema.At($"/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"), left[name], right[name]));
    }

    /// <summary>A text that is the same for values that mean the same.</summary>
    internal static string Canonical(UserProperty property, JsonNode? value)
    {
        if (JsonText.IsNothing(value))
        {
            return "";
        }

        var text = new StringBuilder();
        if (property.IsSet && value is JsonArray array)
        {
            foreach (var item in array.Select(Canonical).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append(item).Append('\n');
            }
        }
        else
        {
            Write(text, value);
        }

        return text.ToString();
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
