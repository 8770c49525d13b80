using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>
/// The text form of arrays and objects in a roster's cell:
/// <list type="bullet">
/// <item>ARNs and names: <c>a;b</c>, or <c>a|b</c> as the Connect console has it</item>
/// <item>tags: <c>Key=Value;Key2=Value2</c></item>
/// <item>proficiencies: <c>Language/English=5;Language/French=2</c></item>
/// <item>objects: <c>FirstName=Ana;LastName=Li</c></item>
/// <item>per-channel settings: <c>VOICE:AutoAccept=true,AgentFirstCallbackAutoAccept=false;CHAT:AutoAccept=false</c>, members of members with a dot</item>
/// </list>
/// A backslash takes the meaning from <c>\ ; | = / , : $ [ {</c> and from white space at the ends, which is dropped otherwise; before any
/// other character it is itself. A member that starts with <c>$</c> is one this version does not know: its value is JSON.
/// </summary>
internal static class RosterSyntax
{
    /// <summary>What separates ARNs and names in a cell.</summary>
    internal const string ListDelimiters = ";|";

    private const string Escapable = "\\;|=/,:$[{";

    /// <summary>Writes the value of an array or object property, or one element of an array; empty where there is no value.</summary>
    public static string Format(UserProperty property, JsonNode? value) => value switch
    {
        null => "",
        // A text that starts with a bracket or brace is JSON, see JsonCell.
        JsonArray array => string.Join(';', array.Select(item => FormatElement(property, item)).Where(text => text.Length > 0)) is var text && JsonCell.IsJson(text) ? "\\" + text : text,
        JsonObject obj when property.Kind is UserValueKind.Object => FormatMembers(property, obj, ';'),
        JsonObject obj when property.IsSet => Format(property, new JsonArray(obj.DeepClone())),
        _ => property.Kind == UserValueKind.Unknown ? JsonText.Write(value) : JsonText.StringOf(value) ?? "",
    };

    /// <summary>
    /// Reads the text of an array or object property into lists of strings and of dictionaries, which
    /// <see cref="UserValueConverter"/> turns into typed JSON: a <c>List&lt;string&gt;</c>, a <c>List&lt;Dictionary&lt;string, object?&gt;&gt;</c>, or a
    /// dictionary for an object.
    /// </summary>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public static object Parse(UserProperty property, string text)
    {
        var items = Split(text, ';').Where(item => item.Trim().Length > 0);
        return property.Kind switch
        {
            UserValueKind.ArnSet => items.SelectMany(item => Split(item, '|')).Where(item => item.Trim().Length > 0).Select(Unescape).ToList(),
            UserValueKind.TagSet => items.Select(item => ParseTag(property, item)).ToList(),
            UserValueKind.ProficiencySet => items.Select(item => ParseProficiency(property, item)).ToList(),
            UserValueKind.ChannelSet => items.Select(item => ParseChannel(property, item)).ToList(),
            UserValueKind.Object => ParseMembers(property, items),
            _ => throw new ArgumentException($"{property.Name} has no roster syntax of its own.", nameof(property)),
        };
    }

    /// <summary>Puts backslashes before the characters that have a meaning where the text goes, of <c>; | = / , : $</c>.</summary>
    public static string Escape(string text, string delimiters)
    {
        var result = new StringBuilder(text.Length + 4);
        var first = text.Length - text.AsSpan().TrimStart().Length;
        var last = text.AsSpan().TrimEnd().Length;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' || delimiters.Contains(text[i], StringComparison.Ordinal) || i < first || i >= last)
            {
                result.Append('\\');
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>Undoes <see cref="Escape"/> and drops white space at the ends.</summary>
    public static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        var keep = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var escaped = text[i] == '\\' && i + 1 < text.Length && IsEscapable(text[i + 1]);
            if (escaped)
            {
                i++;
            }

            if (escaped || !char.IsWhiteSpace(text[i]))
            {
                result.Append(text[i]);
                keep = result.Length;
            }
            else if (result.Length > 0)
            {
                result.Append(text[i]);
            }
        }

        result.Length = keep;
        return result.ToString();
    }

    /// <summary>Splits at a delimiter that no backslash precedes; the parts keep their backslashes.</summary>
    internal static List<string> Split(string text, char delimiter, int parts = int.MaxValue)
    {
        var result = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && IsEscapable(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == delimiter && result.Count < parts - 1)
            {
                result.Add(text[start..i]);
                start = i + 1;
            }
        }

        result.Add(text[start..]);
        return result;
    }

    /// <summary>The key of a proficiency as text, <c>Language/English</c>.</summary>
    internal static string ProficiencyKey(string? name, string? value) => $"{Escape(name ?? "", "/=;")}/{Escape(value ?? "", "/=;")}";

    /// <summary>Reads the key of a proficiency; null where it is not two texts with a slash between them.</summary>
    internal static (string Name, string Value)? ParseProficiencyKey(string text) =>
        Split(text, '/', 2) is [var name, var value] && Unescape(name) is { Length: > 0 } left && Unescape(value) is { Length: > 0 } right ? (left, right) : null;

    private static bool IsEscapable(char c) => Escapable.Contains(c, StringComparison.Ordinal) || char.IsWhiteSpace(c);

    private static string FormatElement(UserProperty property, JsonNode? item)
    {
        if (item is not JsonObject element)
        {
            return item is null ? "" : Escape(JsonText.StringOf(item) ?? JsonText.Write(item), ListDelimiters);
        }

        return property.Kind switch
        {
            UserValueKind.TagSet => $"{Escape(Member(element, "Key"), "=;")}={Escape(Member(element, "Value"), ";")}",
            UserValueKind.ProficiencySet => $"{ProficiencyKey(Member(element, "AttributeName"), Member(element, "AttributeValue"))}={Member(element, "Level")}",
            _ => $"{Escape(Member(element, "Channel"), ":;")}:{FormatMembers(property, element, ',')}",
        };
    }

    private static string Member(JsonObject element, string name) => JsonText.StringOf(element[name]) ?? "";

    private static string FormatMembers(UserProperty property, JsonObject node, char separator)
    {
        var parts = new List<string>();
        AddMembers(parts, property, node, "", separator == ',' ? ",;" : ";");
        return string.Join(separator, parts);
    }

    private static void AddMembers(List<string> parts, UserProperty property, JsonObject node, string prefix, string delimiters)
    {
        foreach (var (name, value) in node)
        {
            var member = property.FindMember(name);
            if (JsonText.IsNothing(value) || property.KeyMembers.Contains(name))
            {
                continue;
            }

            if (member is { Kind: UserValueKind.Object } && value is JsonObject inner)
            {
                AddMembers(parts, member, inner, $"{prefix}{member.Name}.", delimiters);
            }
            else if (member is not null && value is JsonValue)
            {
                parts.Add($"{prefix}{member.Name}={Escape(JsonText.StringOf(value) ?? "", delimiters)}");
            }
            else
            {
                parts.Add($"${Escape(prefix + name, "=" + delimiters)}={Escape(JsonText.Write(value), delimiters)}");
            }
        }
    }

    private static Dictionary<string, object?> ParseTag(UserProperty property, string item)
    {
        if (Split(item, '=', 2) is not [var key, var value])
        {
            throw Bad(property, item, "Key=Value");
        }

        return new(StringComparer.OrdinalIgnoreCase) { ["Key"] = Unescape(key), ["Value"] = Unescape(value) };
    }

    private static Dictionary<string, object?> ParseProficiency(UserProperty property, string item)
    {
        if (Split(item, '=', 2) is not [var key, var level] || Split(key, '/', 2) is not [var name, var value])
        {
            throw Bad(property, item, "Attribute/Value=Level, such as Language/English=5");
        }

        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["AttributeName"] = Unescape(name),
            ["AttributeValue"] = Unescape(value),
            ["Level"] = Unescape(level),
        };
    }

    private static Dictionary<string, object?> ParseChannel(UserProperty property, string item)
    {
        if (Split(item, ':', 2) is not [var channel, var members])
        {
            throw Bad(property, item, $"CHANNEL:Member=Value, such as VOICE:{UserElementConverter.SettingOf(property)}");
        }

        var element = ParseMembers(property, Split(members, ',').Where(member => member.Trim().Length > 0));
        element["Channel"] = Unescape(channel);
        return element;
    }

    private static Dictionary<string, object?> ParseMembers(UserProperty property, IEnumerable<string> items)
    {
        var result = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            if (Split(item, '=', 2) is not [var rawName, var rawValue])
            {
                throw Bad(property, item, "Member=Value");
            }

            var unknown = rawName.AsSpan().TrimStart().StartsWith("$", StringComparison.Ordinal);
            var path = Unescape(unknown ? rawName.TrimStart()[1..] : rawName).Split('.');
            object? value = unknown ? ParseJson(property, Unescape(rawValue)) : Unescape(rawValue);
            var target = result;
            foreach (var step in path[..^1])
            {
                var inner = target.GetValueOrDefault(step) as Dictionary<string, object?> ?? new(StringComparer.OrdinalIgnoreCase);
                target[step] = inner;
                target = inner;
            }

            if (!target.TryAdd((unknown ? "$" : "") + path[^1], value))
            {
                throw new UserValueException(property.Name, $"{property.Name} has the member '{path[^1]}' twice.", "Leave one of them.");
            }
        }

        return result;
    }

    private static JsonNode? ParseJson(UserProperty property, string text)
    {
        try
        {
            return JsonText.Parse(text);
        }
        catch (JsonException)
        {
            throw Bad(property, text, "JSON after a member that starts with $");
        }
    }

    private static UserValueException Bad(UserProperty property, string item, string form) =>
        new(property.Name, string.Create(CultureInfo.InvariantCulture, $"'{item.Trim()}' in {property.Name} does not have the form {form}."), $"Write {form}, with semicolons between the elements and a backslash before a character that is meant as itself.");
}
