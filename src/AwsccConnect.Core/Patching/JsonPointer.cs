using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Patching;

/// <summary>JSON Pointers (RFC 6901) as patch operations use them.</summary>
internal static class JsonPointer
{
    /// <summary>Writes a member's name as a reference token: <c>~</c> becomes <c>~0</c>, <c>/</c> becomes <c>~1</c>.</summary>
    public static string Escape(string token) =>
        token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Reads a reference token.</summary>
    public static string Unescape(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>The names on the way, unescaped; none for the root, whose pointer is empty.</summary>
    /// <exception cref="FormatException">The pointer does not start with a slash, or has a <c>~</c> that no 0 or 1 follows.</exception>
    public static string[] Tokens(string pointer)
    {
        if (pointer.Length == 0)
        {
            return [];
        }

        if (pointer[0] != '/')
        {
            throw new FormatException($"The JSON Pointer '{pointer}' has to start with a slash.");
        }

        for (var i = 0; i < pointer.Length; i++)
        {
            if (pointer[i] == '~' && (i + 1 == pointer.Length || pointer[i + 1] is not ('0' or '1')))
            {
                throw new FormatException($"The JSON Pointer '{pointer}' has a ~ that neither 0 nor 1 follows; write ~0 for ~ and ~1 for /.");
            }
        }

        return [.. pointer[1..].Split('/').Select(Unescape)];
    }

    /// <summary>The value at a pointer; null where there is none or it is null.</summary>
    public static JsonNode? Get(JsonNode? root, string pointer) => TryGet(root, pointer, out var value) ? value : null;

    /// <summary>Finds the value at a pointer; a JSON null is one.</summary>
    public static bool TryGet(JsonNode? root, string pointer, out JsonNode? value)
    {
        value = root;
        foreach (var token in Tokens(pointer))
        {
            switch (value)
            {
                case JsonObject obj when obj.TryGetPropertyValue(token, out var member):
                    value = member;
                    break;
                case JsonArray array when TryIndex(token, out var index) && index < array.Count:
                    value = array[index];
                    break;
                default:
                    value = null;
                    return false;
            }
        }

        return true;
    }

    /// <summary>True where one pointer is the other or leads through it, so that a write to one may change what is at the other.</summary>
    public static bool Overlaps(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return longer.StartsWith(shorter, StringComparison.Ordinal) && (longer.Length == shorter.Length || longer[shorter.Length] == '/');
    }

    /// <summary>Reads an array index: digits without a leading zero (RFC 6901 section 4).</summary>
    internal static bool TryIndex(string token, out int index)
    {
        index = -1;
        return token.Length is > 0 and < 10 && token.All(char.IsAsciiDigit) && (token.Length == 1 || token[0] != '0')
            && int.TryParse(token, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out index);
    }
}
