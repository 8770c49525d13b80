using System.Globalization;
using System.Text.Encodings.Web;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Tests.Stacks.Parsing;

/// <summary>Writes resource models in each of the formats, in several styles of each.</summary>
internal sealed class StackWriter(int seed)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Random _random = new(seed);

    /// <summary>Texts that the manifest has as variables.</summary>
    internal Dictionary<string, object?> Variables { get; } = new(StringComparer.Ordinal);

    internal string Json(IEnumerable<JsonObject> users) =>
        new JsonObject { ["users"] = new JsonArray([.. users.Select(user => (JsonNode)Renamed(user))]) }.ToJsonString(Pick(Relaxed, Indented));

    internal string Yaml(IEnumerable<JsonObject> users) => "users:\n" + string.Concat(users.Select(user => "- " + Block(Renamed(user), 1, isManifest: false).TrimStart()));

    internal string Manifest(IEnumerable<JsonObject> users)
    {
        StringBuilder text = new("version: 1\nname: team\nproviders: [aws]\nresources:\n");
        foreach (var user in users)
        {
            text.Append(CultureInfo.InvariantCulture, $"- name: {user["Username"]}\n  props:\n");
            foreach ((var name, var value) in user)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - name: {JsonNamingPolicy.SnakeCaseLower.ConvertName(name)}\n    value:{Value(Snake(value!), 3, isManifest: true)}");
            }
        }

        return text.ToString();
    }

    internal static string Csv(IReadOnlyList<JsonObject> users)
    {
        var leaves = UserSchema.Leaves.Where(leaf => users.Any(user => At(user, leaf) is not null)).ToList();
        StringBuilder text = new(string.Join(',', leaves.Select(leaf => leaf.Name)) + "\n");
        foreach (var user in users)
        {
            text.AppendJoin(',', leaves.Select(leaf => Cell(At(user, leaf) is { } value ? leaf.Kind == UserValueKind.String ? value.GetValue<string>() : RosterSyntax.Format(leaf, value) : ""))).Append('\n');
        }

        return text.ToString();
    }

    internal static JsonNode? At(JsonObject user, UserProperty leaf) => leaf.ParentName is { } parent ? user[parent]?[leaf.Name] : user[leaf.Name];

    /// <summary>Formulas are written as they are, as a roster made elsewhere has them; an apostrophe of the text's own is kept from being taken off.</summary>
    private static string Cell(string text) => Quoted(text is ['\'', ..] ? CsvCell.Protect(text) : text);

    private static string Quoted(string text) => text.Any(c => char.IsWhiteSpace(c) || c is ',' or '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private JsonObject Renamed(JsonObject user) => Pick(true, false) ? (JsonObject)Snake(user) : (JsonObject)user.DeepClone();

    private static JsonNode Snake(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Key), Snake(member.Value!)))),
        JsonArray items => new JsonArray([.. items.Select(item => Snake(item!))]),
        _ => node.DeepClone(),
    };

    private string Block(JsonObject members, int depth, bool isManifest) =>
        string.Concat(members.Select(member => $"{new string(' ', 2 * depth)}{member.Key}:{Value(member.Value!, depth + 1, isManifest)}"));

    /// <summary>What follows a colon or dash, with the end of the line.</summary>
    private string Value(JsonNode value, int depth, bool isManifest) => value switch
    {
        JsonObject members => "\n" + Block(members, depth, isManifest),
        JsonArray items => "\n" + string.Concat(items.Select(item => item is JsonObject element
            ? $"{new string(' ', 2 * depth)}- {Block(element, depth + 1, isManifest).TrimStart()}"
            : $"{new string(' ', 2 * depth)}-{Value(item!, depth + 1, isManifest)}")),
        _ => $" {Scalar(value, isManifest)}\n",
    };

    private string Scalar(JsonNode value, bool isManifest)
    {
        if (value.GetValueKind() != JsonValueKind.String)
        {
            return Pick(value.ToJsonString(), $"'{value.ToJsonString()}'");
        }

        var text = value.GetValue<string>();
        if (isManifest && (text.Contains('{', StringComparison.Ordinal) || Pick(true, false, false)))
        {
            var name = $"v{Variables.Count}";
            Variables[name] = text;
            return $"'{{{{ {name} }}}}'";
        }

        var isPlain = text is [not '.', ..] && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '_' or '.') && text.ToUpperInvariant() is not "NULL";
        return isPlain && Pick(true, false) ? text
            : text.AsSpan().IndexOfAny("\n\r\u0085\u2028") < 0 && Pick(true, false) ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : JsonSerializer.Serialize(text, Relaxed);
    }

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
