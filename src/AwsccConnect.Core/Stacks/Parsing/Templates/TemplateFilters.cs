using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>
/// The filters of template expressions: those of Jinja that manifests use
/// (https://jinja.palletsprojects.com/en/stable/templates/#list-of-builtin-filters), with the names of Liquid beside them. They work on
/// plain data and are functions of their arguments alone; what they give is bounded, which the template library's own are not.
/// </summary>
internal static class TemplateFilters
{
    private static readonly Dictionary<string, Func<object?, IReadOnlyList<object?>, object?>> Filters = new(StringComparer.Ordinal)
    {
        ["default"] = (input, _) => input,
        ["d"] = (input, _) => input,
        ["upper"] = (input, _) => Text(input).ToUpperInvariant(),
        ["upcase"] = (input, _) => Text(input).ToUpperInvariant(),
        ["lower"] = (input, _) => Text(input).ToLowerInvariant(),
        ["downcase"] = (input, _) => Text(input).ToLowerInvariant(),
        ["capitalize"] = (input, _) => Text(input) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant() : "",
        ["title"] = (input, _) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Text(input).ToLowerInvariant()),
        ["trim"] = (input, _) => Text(input).Trim(),
        ["strip"] = (input, _) => Text(input).Trim(),
        ["lstrip"] = (input, _) => Text(input).TrimStart(),
        ["rstrip"] = (input, _) => Text(input).TrimEnd(),
        ["append"] = (input, arguments) => Bounded(Text(input).Length + (long)Text(arguments[0]).Length, () => Text(input) + Text(arguments[0])),
        ["prepend"] = (input, arguments) => Bounded(Text(input).Length + (long)Text(arguments[0]).Length, () => Text(arguments[0]) + Text(input)),
        ["replace"] = Replace,
        ["remove"] = (input, arguments) => Replace(input, [arguments[0], ""]),
        ["split"] = (input, arguments) => Split(Text(input), arguments.Count > 0 ? Text(arguments[0]) : null),
        ["join"] = Join,
        ["first"] = (input, _) => Items(input) is [var item, ..] ? item : null,
        ["last"] = (input, _) => Items(input) is [.., var item] ? item : null,
        ["length"] = (input, _) => Length(input),
        ["count"] = (input, _) => Length(input),
        ["size"] = (input, _) => Length(input),
        ["reverse"] = (input, _) => Items(input).Reverse().ToList(),
        ["sort"] = (input, _) => Items(input).OrderBy(Text, StringComparer.Ordinal).ToList(),
        ["unique"] = (input, _) => Items(input).DistinctBy(item => JsonText.Write(TemplateValues.ToJson(item))).ToList(),
        ["uniq"] = (input, _) => Items(input).DistinctBy(item => JsonText.Write(TemplateValues.ToJson(item))).ToList(),
        ["compact"] = (input, _) => Items(input).Where(item => item is not null).ToList(),
        ["tojson"] = (input, _) => JsonText.Write(TemplateValues.ToJson(input)),
        ["to_json"] = (input, _) => JsonText.Write(TemplateValues.ToJson(input)),
        ["json"] = (input, _) => JsonText.Write(TemplateValues.ToJson(input)),
        ["from_json"] = (input, _) => TemplateValues.Plain("from_json", FromNode(JsonNode.Parse(Text(input), documentOptions: new JsonDocumentOptions { MaxDepth = 16 }))),
        ["int"] = ToInteger,
        ["string"] = (input, _) => Text(input),
    };

    internal static IReadOnlyCollection<string> Names { get; } = [.. Filters.Keys.Order(StringComparer.Ordinal)];

    internal static bool Exists(string name) => Filters.ContainsKey(name);

    /// <summary>Whether the filter gives its argument where its input is missing.</summary>
    internal static bool IsDefault(string name) => name is "default" or "d";

    /// <summary>Applies a filter.</summary>
    /// <exception cref="FormatException">The input or the arguments do not fit, or the result is too long.</exception>
    internal static object? Apply(string name, object? input, IReadOnlyList<object?> arguments)
    {
        try
        {
            var result = Filters[name](input, arguments);
            return result is string text ? Bounded(text.Length, () => text) : result;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or JsonException)
        {
            throw new FormatException($"The filter '{name}' does not fit.", e);
        }
    }

    private static string Replace(object? input, IReadOnlyList<object?> arguments)
    {
        var (text, old, other) = (Text(input), Text(arguments[0]), Text(arguments[1]));
        if (old.Length == 0)
        {
            throw new FormatException("Nothing cannot be replaced.");
        }

        var count = (text.Length - text.Replace(old, "", StringComparison.Ordinal).Length) / old.Length;
        return Bounded(text.Length + (count * ((long)other.Length - old.Length)), () => text.Replace(old, other, StringComparison.Ordinal));
    }

    /// <summary>The parts; without separator those between white space, as in Python.</summary>
    private static List<object?> Split(string text, string? separator) =>
        [.. string.IsNullOrEmpty(separator) ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : text.Length == 0 ? [] : text.Split(separator)];

    private static string Join(object? input, IReadOnlyList<object?> arguments)
    {
        var separator = arguments.Count > 0 ? Text(arguments[0]) : "";
        var parts = Items(input).Select(Text).ToList();
        return Bounded(parts.Sum(part => (long)part.Length + separator.Length), () => string.Join(separator, parts));
    }

    private static object? ToInteger(object? input, IReadOnlyList<object?> arguments) =>
        decimal.TryParse(Text(input), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e18m
            ? (long)number
            : arguments.Count > 0 ? arguments[0] : throw new FormatException("Not a number.");

    private static object? FromNode(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.TryGetValue(out long whole) ? whole : value.TryGetValue(out decimal number) ? number : value.GetValue<double>(),
        JsonObject members => members.ToDictionary(member => member.Key, member => FromNode(member.Value), StringComparer.Ordinal),
        JsonArray items => items.Select(FromNode).ToList(),
        _ => node,
    };

    private static IReadOnlyList<object?> Items(object? input) => input switch
    {
        IReadOnlyList<object?> items => items,
        _ => throw new FormatException("Not a list."),
    };

    private static long Length(object? input) => input switch
    {
        IReadOnlyList<object?> items => items.Count,
        IReadOnlyDictionary<string, object?> members => members.Count,
        _ => Text(input).Length,
    };

    private static string Text(object? value) => value is null ? throw new FormatException("No value.") : TemplateValues.ToText(value);

    private static string Bounded(long length, Func<string> result) => length <= DocumentLimits.ValueLength ? result() : throw new FormatException("Too long.");
}
