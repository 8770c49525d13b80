using System.Buffers;
using System.Text;
using System.Text.Json;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Reads a JSON document with the location of every value; several objects after each other, such as JSON lines, are a list. Comments and trailing commas are accepted.</summary>
internal static class JsonDocumentReader
{
    /// <summary>Reads the document.</summary>
    /// <exception cref="ConnectOperationException">The text is not JSON (<c>InvalidStackFile</c>).</exception>
    internal static DocumentNode? Read(byte[] utf8, string file, CancellationToken cancellationToken)
    {
        if (utf8.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return null;
        }

        var options = new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DocumentLimits.Depth };
        var locations = new TextLocations(utf8, file);
        var roots = new List<DocumentNode>();
        var reader = default(Utf8JsonReader);
        try
        {
            do
            {
                reader = new Utf8JsonReader(utf8.AsSpan(locations.Start), options);
                reader.Read();
                roots.Add(ReadNode(ref reader, locations, cancellationToken));
                if (utf8.AsSpan(locations.Start + (int)reader.BytesConsumed).TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
                {
                    // Comments may follow; anything else is an error.
                    reader.Read();
                    break;
                }

                locations.Start += (int)reader.BytesConsumed;
            }
            while (true);
            return roots is [var only] ? only : new DocumentList(roots[0].Location, roots);
        }
        catch (JsonException e)
        {
            var index = JsonText.IndexOf(utf8.AsSpan(locations.Start), e);
            var fault = new TextLocations(utf8, file) { Start = locations.Start }.At(index);
            throw StackErrors.At(fault, "The file is not JSON from here on, or nested too deep.", "Correct the JSON.", cause: e);
        }
        catch (InvalidOperationException e)
        {
            // A string with half a surrogate pair, or bytes that are not UTF-8.
            throw StackErrors.At(locations.At(reader.TokenStartIndex), "The text cannot be read: it is not Unicode.", "Correct the text.", cause: e);
        }
    }

    private static DocumentNode ReadNode(ref Utf8JsonReader reader, TextLocations locations, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var location = locations.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<DocumentNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadNode(ref reader, locations, cancellationToken));
                }

                return new DocumentList(location, items);
            case JsonTokenType.StartObject:
                return ReadMap(ref reader, locations, location, cancellationToken);
            case JsonTokenType.String:
                return new DocumentScalar(location, reader.GetString()!, IsPlain: false);
            default:
                // A number keeps the digits that are written.
                return new DocumentScalar(location, Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan), IsPlain: true);
        }
    }

    private static DocumentMap ReadMap(ref Utf8JsonReader reader, TextLocations locations, FileLocation location, CancellationToken cancellationToken)
    {
        var entries = new List<DocumentEntry>();
        var seen = new Dictionary<string, FileLocation>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var keyLocation = locations.At(reader.TokenStartIndex);
            var key = reader.GetString()!;
            StackErrors.CheckTwice(seen, "The member", key, keyLocation);
            reader.Read();
            entries.Add(new DocumentEntry(key, keyLocation, ReadNode(ref reader, locations, cancellationToken)));
        }

        return new DocumentMap(location, entries);
    }
}
