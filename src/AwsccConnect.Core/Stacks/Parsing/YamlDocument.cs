using AwsccConnect.Core.Stacks.Parsing.CloudFormation;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>
/// Reads a YAML document as data only: no type tags but the functions of a CloudFormation template, which are kept and never evaluated; no
/// recursion, aliases within bounds. Merge keys (<c>&lt;&lt;</c>) are resolved, a key
/// of the mapping itself wins (https://yaml.org/type/merge.html).
/// </summary>
internal sealed class YamlDocument(TextReader reader, string file, CancellationToken cancellationToken)
{
    private const string MergeKey = "<<";
    private const string Remedy = "Correct the line; indent with spaces, and put texts with : # { [ & * ! in quotes.";

    private readonly Parser _parser = new(new Scanner(reader, skipComments: true));
    private readonly Dictionary<string, DocumentNode?> _anchors = new(StringComparer.Ordinal);
    private long _aliased;
    private ConnectOperationException? _taggedValue;

    /// <summary>Reads the document.</summary>
    /// <exception cref="ConnectOperationException">The text is not YAML, or more than data (<c>InvalidStackFile</c>).</exception>
    internal static DocumentNode? Read(TextReader reader, string file, CancellationToken cancellationToken)
    {
        var document = new YamlDocument(reader, file, cancellationToken);
        try
        {
            return document.Read();
        }
        catch (YamlException e)
        {
            throw StackErrors.At(document.LocationOf(e.Start), $"The file is not YAML from here on: {StackErrors.Shorten(e.Message.TrimEnd('.'))}.", Remedy, cause: e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // Some damage the parser trips over instead of reporting it.
            throw StackErrors.At(document.LocationOf(document._parser.Current?.End ?? Mark.Empty), "The file is not YAML from about here on.", Remedy, cause: e);
        }
    }

    private DocumentNode? Read()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            throw StackErrors.At(LocationOf(second.Start), "The file holds a second YAML document.", "Give each stack a file of its own.");
        }

        return _taggedValue is null || CloudFormationTemplate.IsMatch(root) ? root : throw _taggedValue;
    }

    private DocumentNode ReadNode(int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Resolve(alias);
        }

        var start = _parser.Require<NodeEvent>();
        var location = LocationOf(start.Start);
        var tag = start.Tag.IsEmpty ? null : start.Tag.IsNonSpecific ? "!" : start.Tag.Value;
        if (tag is not null)
        {
            var error = StackErrors.At(location, $"The type tag '{StackErrors.Shorten(tag)}' is not accepted: a stack file holds data, and types come from the properties.", "Remove the tag; put a text in quotes where it has to stay a text.");
            _taggedValue ??= tag is ['!', >= 'A' and <= 'Z', ..] ? error : throw error;
        }

        if (depth > DocumentLimits.Depth)
        {
            throw StackErrors.At(location, $"The document is nested deeper than {DocumentLimits.Depth} levels.", "Write the values less deep.");
        }

        var name = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (name is not null)
        {
            // Until the node is complete an alias of it would be a circle.
            _anchors[name] = null;
        }

        DocumentNode node = start switch
        {
            SequenceStart => ReadList(location, depth),
            MappingStart => ReadMap(location, depth),
            _ => ReadScalar(location),
        };
        node = tag is null ? node : new DocumentTagged(location, tag, node);
        if (name is not null)
        {
            _anchors[name] = node;
        }

        return node;
    }

    private DocumentNode Resolve(AnchorAlias alias)
    {
        var location = LocationOf(alias.Start);
        if (!_anchors.TryGetValue(alias.Value.Value, out var node))
        {
            throw StackErrors.At(location, $"The alias '*{StackErrors.Shorten(alias.Value.Value)}' names no anchor above it.", StackErrors.SuggestionFor(alias.Value.Value, _anchors.Keys) ?? "Define the anchor with & before its first use, or put the text in quotes.");
        }

        if (node is null)
        {
            throw StackErrors.At(location, $"The alias '*{StackErrors.Shorten(alias.Value.Value)}' stands inside what it names.", "Remove the alias.");
        }

        _aliased += node.Size;
        return _aliased <= DocumentLimits.AliasedValues ? node : throw StackErrors.At(
            location, $"The aliases of the file stand for more than {DocumentLimits.AliasedValues} values.", "Use fewer aliases, or a roster with a row per user.");
    }

    private DocumentScalar ReadScalar(FileLocation location)
    {
        var scalar = _parser.Consume<Scalar>();
        return new DocumentScalar(location, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private DocumentList ReadList(FileLocation location, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<DocumentNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new DocumentList(location, items);
    }

    private DocumentMap ReadMap(FileLocation location, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<DocumentEntry>();
        var inherited = new List<DocumentEntry>();
        var seen = new Dictionary<string, FileLocation>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not DocumentScalar key)
            {
                throw StackErrors.At(location, "A key of the mapping is not a single text.", "Write 'key: value'; put a text that starts with { or [, such as '{{ name }}', in quotes.");
            }

            StackErrors.CheckTwice(seen, "The key", key.Text, key.Location);
            var value = ReadNode(depth + 1);
            if (key is { IsPlain: true, Text: MergeKey })
            {
                inherited.AddRange(Inherited(value));
            }
            else
            {
                entries.Add(new DocumentEntry(key.Text, key.Location, value));
            }
        }

        foreach (var entry in inherited)
        {
            if (seen.TryAdd(entry.Key, entry.Location))
            {
                entries.Add(entry);
            }
        }

        return new DocumentMap(location, entries);
    }

    private static IEnumerable<DocumentEntry> Inherited(DocumentNode value) => value switch
    {
        DocumentMap map => map.Entries,
        DocumentList list when list.Items.All(item => item is DocumentMap) => list.Items.Cast<DocumentMap>().SelectMany(map => map.Entries),
        _ => throw StackErrors.At(value.Location, "A merge key (<<) takes a mapping or a list of mappings.", "Write '<<: *name', where &name is the anchor of a mapping."),
    };

    private FileLocation LocationOf(Mark mark) => new(file, Math.Max(mark.Line, 1), Math.Max(mark.Column, 1));
}
