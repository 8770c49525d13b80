using System.Globalization;

namespace AwsccConnect.Simulator.Resources;

/// <summary>An RFC 6901 pointer. As Cloud Control does, a path without the leading slash is taken relative to the root as well.</summary>
internal sealed class JsonPointer
{
    private JsonPointer(string text, string[] tokens)
    {
        Text = text;
        Tokens = tokens;
    }

    public string Text { get; }

    public IReadOnlyList<string> Tokens { get; }

    public static JsonPointer Parse(string text) =>
        new(text, text.Length == 0 ? [] : [.. (text[0] == '/' ? text[1..] : text).Split('/').Select(token => Unescape(token, text))]);

    public bool IsProperPrefixOf(JsonPointer other) =>
        Tokens.Count < other.Tokens.Count && Tokens.SequenceEqual(other.Tokens.Take(Tokens.Count), StringComparer.Ordinal);

    /// <summary>The value at this location, or an error if there is none.</summary>
    public JsonNode? Resolve(JsonNode? root) => Tokens.Aggregate(root, Step);

    /// <summary>The container of the last token, or an error if there is none.</summary>
    public JsonNode ResolveParent(JsonNode? root) =>
        Tokens.SkipLast(1).Aggregate(root, Step) is { } parent and (JsonObject or JsonArray) ? parent : throw Absent();

    /// <summary>The array position of the last token (RFC 6901 section 4); "-" is the end and only valid for adding.</summary>
    public int Index(JsonArray array, bool adding) => Index(array, Tokens[^1], adding);

    public JsonPatchException Absent() => new($"path '{Text}' does not exist");

    private JsonNode? Step(JsonNode? node, string token) => node switch
    {
        JsonObject value when value.TryGetPropertyValue(token, out var child) => child,
        JsonArray array => array[Index(array, token, adding: false)],
        _ => throw Absent(),
    };

    private int Index(JsonArray array, string token, bool adding)
    {
        if (adding && token == "-")
        {
            return array.Count;
        }

        var wellFormed = token.Length > 0 && token.All(char.IsAsciiDigit) && (token.Length == 1 || token[0] != '0');
        return wellFormed && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < array.Count + (adding ? 1 : 0)
            ? index
            : throw Absent();
    }

    private static string Unescape(string token, string text)
    {
        for (var i = token.IndexOf('~'); i >= 0; i = token.IndexOf('~', i + 1))
        {
            if (i + 1 == token.Length || token[i + 1] is not ('0' or '1'))
            {
                throw new JsonPatchException($"path '{text}' is not a JSON pointer");
            }
        }

        return token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }
}
