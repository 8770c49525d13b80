using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Reads JSON rosters: an array of objects, or an object whose member <c>users</c> is one.</summary>
internal static class JsonRoster
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    internal static async IAsyncEnumerable<RosterRow> ReadAsync(TextReader reader, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[]? bytes = null;
        try
        {
            bytes = Encoding.UTF8.GetBytes(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (DecoderFallbackException)
        {
        }

        if (bytes is null)
        {
            yield return Bad(name, 1, null, "The file is not UTF-8 text.", "Save it as UTF-8.", isFatal: true);
            yield break;
        }

        foreach (var row in Read(bytes, name))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    private static List<RosterRow> Read(byte[] bytes, string name)
    {
        var rows = new List<RosterRow>();
        var lines = new LineCounter(bytes);
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            if (!FindArray(ref reader))
            {
                rows.Add(Bad(name, lines.At(reader.TokenStartIndex), null, "The file holds neither an array of users nor an object with a member 'users'.", """Write [{"Username": "..."}, ...] or {"users": [...]}.""", isFatal: true));
                return rows;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var line = lines.At(reader.TokenStartIndex);
                using var element = JsonDocument.ParseValue(ref reader);
                rows.Add(ToRow(element.RootElement, name, line));
            }

            while (reader.Read())
            {
                // What follows the users only has to be valid JSON.
            }
        }
        catch (JsonException e)
        {
            var empty = bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0;
            rows.Add(Bad(
                name,
                (int)(e.LineNumber ?? 0) + 1,
                (int)(e.BytePositionInLine ?? 0) + 1,
                empty ? "The file is empty." : "The file is not JSON from here on.",
                empty ? "Write an array of users." : "Correct the JSON.",
                isFatal: true));
        }

        return rows;
    }

    private static bool FindArray(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // A name with half of a character cannot be made a string; it is not the one that is looked for.
            var isUsers = reader.ValueSpan.Length <= 64 && Ascii.EqualsIgnoreCase(reader.ValueSpan, "users"u8);
            reader.Read();
            if (isUsers)
            {
                return reader.TokenType == JsonTokenType.StartArray;
            }

            reader.Skip();
        }

        return false;
    }

    private static RosterRow ToRow(JsonElement element, string name, int line)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Bad(name, line, null, "The element is not a JSON object.", """Write the user as {"Username": "...", ...}.""");
        }

        if (!IsUnicode(element))
        {
            return Bad(name, line, null, "The user has a text that is not valid Unicode: half of a character (a lone surrogate).", "Type the text again.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!names.Add(member.Name))
            {
                return Bad(name, line, null, $"The user has the member '{member.Name}' twice.", "Remove one of them.");
            }
        }

        return new RosterRow([.. element.EnumerateObject().Select(member => new KeyValuePair<string, object?>(member.Name, ToValue(member.Value)))], Location(name, line, null));
    }

    /// <summary>Whether all texts and names can be read: an escape such as \uD800 without its other half is JSON, but no text.</summary>
    private static bool IsUnicode(JsonElement element)
    {
        try
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    return element.EnumerateObject().All(member => member.Name is not null && IsUnicode(member.Value));
                case JsonValueKind.Array:
                    return element.EnumerateArray().All(IsUnicode);
                case JsonValueKind.String:
                    return element.GetString() is not null;
                default:
                    return true;
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static object? ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Members(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ToValue).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.TryGetDecimal(out var number) ? number : element.GetDouble(),
        _ => null,
    };

    private static Dictionary<string, object?> Members(JsonElement element)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            members[member.Name] = ToValue(member.Value);
        }

        return members;
    }

    private static RosterRow Bad(string name, int line, int? column, string message, string remedy, bool isFatal = false) =>
        new([], Location(name, line, column), new RosterRowError(message, remedy, isFatal));

    private static string Location(string name, int line, int? column) =>
        column is { } at ? string.Create(CultureInfo.InvariantCulture, $"{name}:{line}:{at}") : string.Create(CultureInfo.InvariantCulture, $"{name}:{line}");
}
