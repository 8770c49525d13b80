using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>The value of an array or object property as JSON text, such as <c>{"FirstName":"Ana"}</c>: how StackQL and other tools write nested columns.</summary>
internal static class JsonCell
{
    /// <summary>Whether a text is JSON rather than the roster syntax, which writes an initial bracket or brace with a backslash.</summary>
    internal static bool IsJson(ReadOnlySpan<char> text) => text.TrimStart() is ['[' or '{', ..];

    /// <summary>Reads the JSON text of an array or object property.</summary>
    /// <exception cref="UserValueException">The text is not JSON, or an array where the property is one object.</exception>
    internal static JsonNode Read(UserProperty property, string text)
    {
        try
        {
            var json = JsonText.Parse(text)!;
            return property.Kind == UserValueKind.Object && json is JsonArray
                ? throw new UserValueException(property.Name, $"{property.Name} is one object, not a JSON array.", UserElementConverter.FormOf(property))
                : json;
        }
        catch (JsonException e)
        {
            throw new UserValueException(
                property.Name, $"{property.Name} starts as JSON, but {Fault(text, e)}.", $"Correct the JSON. {UserElementConverter.FormOf(property)} A backslash goes before a bracket or brace that is meant as itself.");
        }
    }

    private static string Fault(string text, JsonException exception)
    {
        if (exception.LineNumber is null || exception.BytePositionInLine is null)
        {
            return "an object has a name twice, or a text is not valid Unicode";
        }

        var utf8 = Encoding.UTF8.GetBytes(text);
        var position = Encoding.UTF8.GetCharCount(utf8.AsSpan(0, JsonText.IndexOf(utf8, exception)));
        return string.Create(CultureInfo.InvariantCulture, $"is not JSON from character {position + 1} on");
    }
}
