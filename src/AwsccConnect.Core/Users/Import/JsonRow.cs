using System.Text.Json;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Reads a JSON object as a row: a user, or what the AWS CLI writes about one.</summary>
internal static class JsonRow
{
    internal static RosterRow Read(JsonElement element, string name, long line)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return RosterRow.Bad(name, line, "The element is not a JSON object.", """Write the user as {"Username": "...", ...}.""");
        }

        if (!IsUnicode(element))
        {
            return NotUnicode(name, line);
        }

        List<KeyValuePair<string, JsonElement>> members;
        try
        {
            members = CommandLineOutput.Members(element);
        }
        catch (JsonException)
        {
            return RosterRow.Bad(name, line, "The Properties of the resource are not JSON.", "Write the output of 'aws cloudcontrol get-resource' to the file as it is.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (member, value) in members)
        {
            if (!IsUnicode(value))
            {
                return NotUnicode(name, line);
            }

            if (!names.Add(member))
            {
                return RosterRow.Bad(name, line, $"The user has the member '{member}' twice.", "Remove one of them.");
            }
        }

        return new RosterRow([.. members.Select(member => new KeyValuePair<string, object?>(member.Key, ToValue(member.Value)))], RosterRow.At(name, line));
    }

    /// <summary>Whether all texts and names can be read: an escape such as \uD800 without its other half is JSON, but no text.</summary>
    private static bool IsUnicode(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && IsUnicode(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsUnicode),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
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

    private static RosterRow NotUnicode(string name, long line) =>
        RosterRow.Bad(name, line, "The user has a text that is not valid Unicode: half of a character (a lone surrogate).", "Type the text again.");
}
