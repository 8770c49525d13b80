using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Writes a stack as a manifest: a resource for each user, in the format of stack-deploy.</summary>
internal static partial class ManifestWriter
{
    public static void Write(TextWriter writer, string name, string? region, IReadOnlyList<StackEntry> users)
    {
        writer.Write("version: 1\n");
        writer.Write($"name: {Text(name)}\n");
        writer.Write("providers:\n  - aws\n");
        if (region is not null)
        {
            writer.Write($"globals:\n  - name: region\n    value: {Text(region)}\n");
        }

        writer.Write("resources:\n");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var user in users)
        {
            writer.Write($"  - name: {ResourceName(user.Username, names)}\n    props:\n");
            foreach (var (property, value) in user.Properties)
            {
                writer.Write($"      - name: {JsonNamingPolicy.SnakeCaseLower.ConvertName(property)}\n        value:");
                WriteValue(writer, value!, 10);
            }
        }
    }

    /// <summary>A name for the resource: the username in lower case with underscores, and a number where two are alike.</summary>
    private static string ResourceName(string username, HashSet<string> taken)
    {
        var name = new string([.. username.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '_')]);
        name = name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : "user_" + name;
        var candidate = name;
        for (var number = 2; !taken.Add(candidate); number++)
        {
            candidate = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}_{number}");
        }

        return candidate;
    }

    /// <summary>Writes what comes after a colon or dash.</summary>
    private static void WriteValue(TextWriter writer, JsonNode value, int indent)
    {
        switch (value)
        {
            case JsonObject members:
                writer.Write('\n');
                WriteMembers(writer, members, indent, "");
                break;
            case JsonArray elements:
                writer.Write('\n');
                foreach (var element in elements)
                {
                    WriteElement(writer, element!, indent);
                }

                break;
            default:
                writer.Write($" {Scalar(value)}\n");
                break;
        }
    }

    private static void WriteElement(TextWriter writer, JsonNode element, int indent)
    {
        var start = $"{new string(' ', indent)}- ";
        if (element is JsonObject members)
        {
            WriteMembers(writer, members, indent + 2, start);
        }
        else
        {
            writer.Write($"{start}{Scalar(element)}\n");
        }
    }

    private static void WriteMembers(TextWriter writer, JsonObject members, int indent, string first)
    {
        var start = first;
        foreach (var (name, value) in members)
        {
            writer.Write($"{(start.Length > 0 ? start : new string(' ', indent))}{Key(name)}:");
            WriteValue(writer, value!, indent + 2);
            start = "";
        }
    }

    private static string Key(string name) => name.StartsWith('$') ? YamlText.Quote(name) : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string Scalar(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? Text(value.GetValue<string>()) : value.ToJsonString();

    /// <summary>A template whose result is the text: a brace that would open an expression, a tag or a comment is written as an expression itself.</summary>
    private static string Text(string text) => YamlText.Quote(Opening().Replace(text, "{{ '{' }}"));

    [GeneratedRegex("[{](?=[{%#])", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
