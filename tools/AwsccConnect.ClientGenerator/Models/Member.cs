namespace AwsccConnect.ClientGenerator.Models;

/// <summary>
/// A member of a shape. The name is the same in .NET and in JSON. The type has no brackets of lists: <c>Lists</c> is 0 for a single value, 1
/// for a list, 2 for a list of lists. The range is what the attribute says of length or value, <c>Min = 1, Max = 128</c>. The flags are
/// required, sensitive, token (made anew when not set), uri and query (where it is sent).
/// </summary>
internal sealed record Member(string Name, MemberKind Kind, string Type, int Lists, string Range, HashSet<string> Flags, string Doc)
{
    private static readonly string[] Known = ["required", "sensitive", "token", "uri", "query"];

    /// <summary>The .NET type. Lists of constants are lists of strings in the SDK.</summary>
    public string DotNetType => Lists switch
    {
        2 => $"List<List<{Element}>>",
        1 => $"List<{Element}>",
        _ => Kind switch
        {
            MemberKind.String => "string",
            MemberKind.Int => "int?",
            MemberKind.Long => "long?",
            MemberKind.Bool => "bool?",
            MemberKind.Timestamp => "DateTime?",
            MemberKind.Map => "Dictionary<string, string>",
            _ => Type,
        },
    };

    public string Element => Kind == MemberKind.Structure ? Type : "string";

    public bool IsCollection => Lists > 0 || Kind == MemberKind.Map;

    /// <summary>Reads <c>type[] min..max flags | documentation</c>.</summary>
    public static Member Parse(ServiceModel model, string name, string text)
    {
        var (words, doc) = Split(text);
        if (model.Types.TryGetValue(words[0], out var common))
        {
            var (commonWords, commonDoc) = Split(common);
            words = [.. commonWords, .. words[1..]];
            doc = doc.Length > 0 ? doc : commonDoc;
        }

        var type = words[0].Replace("[]", "", StringComparison.Ordinal);
        var range = Array.Find(words, w => w.Contains("..", StringComparison.Ordinal))?.Split("..") ?? ["", ""];
        HashSet<string> flags = [.. words[1..].Where(w => !w.Contains("..", StringComparison.Ordinal))];
        if (flags.Except(Known).FirstOrDefault() is { } unknown || doc.Length == 0)
        {
            throw new InvalidDataException($"'{name}': '{text}' has an unknown word, or no documentation.");
        }

        return new Member(
            name,
            KindOf(model, type),
            type,
            (words[0].Length - type.Length) / 2,
            string.Join(", ", new[] { Bound("Min", range[0]), Bound("Max", range[1]) }.OfType<string>()),
            flags,
            doc);
    }

    private static (string[] Words, string Doc) Split(string text)
    {
        var parts = text.Split(" | ", 2);
        return (parts[0].Split(' '), parts.Length > 1 ? parts[1] : "");
    }

    private static string? Bound(string name, string value) => value.Length > 0 ? $"{name} = {value}" : null;

    private static MemberKind KindOf(ServiceModel model, string type) => type switch
    {
        "string" => MemberKind.String,
        "int" => MemberKind.Int,
        "long" => MemberKind.Long,
        "bool" => MemberKind.Bool,
        "timestamp" => MemberKind.Timestamp,
        "map" => MemberKind.Map,
        _ when model.Enums.ContainsKey(type) => MemberKind.Enum,
        _ when model.Structures.ContainsKey(type) => MemberKind.Structure,
        _ => throw new InvalidDataException($"There is no type '{type}'."),
    };
}
