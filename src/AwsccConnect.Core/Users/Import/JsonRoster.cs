using System.Text;
using System.Text.Json;
using AwsccConnect.Core.Stacks.Parsing;
using AwsccConnect.Core.Stacks.Parsing.CloudFormation;

namespace AwsccConnect.Core.Users.Import;

/// <summary>
/// Reads JSON rosters: an array of objects, an object whose member <c>users</c> is one, one object or several one after another, and JSON
/// lines (https://jsonlines.org), where a line that cannot be read is an error and the others are read.
/// </summary>
internal static class JsonRoster
{
    private const string Forms = """Write [{"Username": "..."}, ...] or {"users": [...]}, one user, or a user on each line.""";

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    internal static List<RosterRow> Read(byte[] bytes, string name, CancellationToken cancellationToken) =>
        JsonLines.IsMatch(bytes, name) ? ReadLines(bytes, name)
        : IsTemplate(bytes) ? DocumentRoster.Read(() => JsonDocumentReader.Read(bytes, name, cancellationToken), bytes.Length, name)
        : ReadDocuments(bytes, name);

    /// <summary>Whether a text is one object with a member of a CloudFormation template.</summary>
    private static bool IsTemplate(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isVersion, isResources) = (Ascii.Equals(reader.ValueSpan, CloudFormationTemplate.VersionKey), Ascii.Equals(reader.ValueSpan, CloudFormationTemplate.ResourcesKey));
                reader.Read();
                if (isVersion || (isResources && reader.TokenType == JsonTokenType.StartObject))
                {
                    return true;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Reading the rows reports it.
        }

        return false;
    }

    private static List<RosterRow> ReadLines(byte[] bytes, string name)
    {
        var rows = new List<RosterRow>();
        foreach (var (line, text) in JsonLines.Split(bytes))
        {
            try
            {
                var reader = new Utf8JsonReader(text.Span, Options);
                using var element = JsonDocument.ParseValue(ref reader);
                reader.Read();
                rows.Add(JsonRow.Read(element.RootElement, name, line));
            }
            catch (JsonException e)
            {
                rows.Add(RosterRow.Bad(name, line, "The line is not JSON from here on.", "Correct the line; each has one object.", column: Column(e)));
            }
        }

        return rows;
    }

    /// <summary>Reads one document, or objects that follow each other, as <c>jq</c> and commands in a loop write them.</summary>
    private static List<RosterRow> ReadDocuments(byte[] bytes, string name)
    {
        var rows = new List<RosterRow>();
        var locations = new TextLocations(bytes, name);
        try
        {
            do
            {
                var reader = new Utf8JsonReader(bytes.AsSpan(locations.Start), Options);
                reader.Read();
                if (!ReadDocument(ref reader, rows, locations, name))
                {
                    break;
                }

                locations.Start += (int)reader.BytesConsumed;
                if (bytes.AsSpan(locations.Start).TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
                {
                    // Comments may follow; anything else is an error.
                    reader.Read();
                    break;
                }
            }
            while (true);
        }
        catch (JsonException e)
        {
            var empty = bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0;
            var before = bytes.AsSpan(0, locations.Start).Count((byte)'\n');
            rows.Add(RosterRow.Bad(
                name,
                before + (e.LineNumber ?? 0) + 1,
                empty ? "The file is empty." : "The file is not JSON from here on.",
                empty ? "Write an array of users." : "Correct the JSON.",
                isFatal: true,
                Column(e)));
        }

        return rows;
    }

    /// <summary>Reads a document; false where it holds no users, which is added as an error.</summary>
    private static bool ReadDocument(ref Utf8JsonReader reader, List<RosterRow> rows, TextLocations locations, string name)
    {
        var first = reader;
        if (!FindArray(ref reader))
        {
            var line = locations.At(first.TokenStartIndex).Line;
            if (first.TokenType == JsonTokenType.StartObject && reader.TokenType == JsonTokenType.EndObject)
            {
                using var element = JsonDocument.ParseValue(ref first);
                if (CommandLineOutput.IsUser(element.RootElement))
                {
                    rows.Add(JsonRow.Read(element.RootElement, name, line));
                    return true;
                }
            }

            rows.Add(RosterRow.Bad(name, line, "The file holds neither an array of users, nor a user, nor an object with a member 'users'.", Forms, isFatal: true));
            return false;
        }

        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var line = locations.At(reader.TokenStartIndex).Line;
            using var element = JsonDocument.ParseValue(ref reader);
            rows.Add(JsonRow.Read(element.RootElement, name, line));
        }

        while (depth > 0 && reader.Read() && reader.CurrentDepth > 0)
        {
            // What follows the users only has to be valid JSON.
        }

        return true;
    }

    private static bool FindArray(ref Utf8JsonReader reader)
    {
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
            var isUsers = reader.ValueSpan.Length <= 64 && (Ascii.EqualsIgnoreCase(reader.ValueSpan, "users"u8) || Ascii.EqualsIgnoreCase(reader.ValueSpan, CommandLineOutput.DescriptionsKey));
            reader.Read();
            if (isUsers)
            {
                return reader.TokenType == JsonTokenType.StartArray;
            }

            reader.Skip();
        }

        return false;
    }

    private static long Column(JsonException e) => (e.BytePositionInLine ?? 0) + 1;
}
