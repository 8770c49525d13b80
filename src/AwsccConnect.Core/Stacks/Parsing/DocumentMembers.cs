using System.Diagnostics.CodeAnalysis;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>The entries of a mapping that has a fixed set of keys.</summary>
internal sealed class DocumentMembers(FileLocation location)
{
    private readonly Dictionary<string, DocumentEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Where the mapping starts.</summary>
    internal FileLocation Location => location;

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="ConnectOperationException">Not a mapping, or a key that it may not have (<c>InvalidStackFile</c>).</exception>
    internal static DocumentMembers Read(
        DocumentNode node, string what, IReadOnlyList<string> known, IReadOnlyDictionary<string, string>? refused = null, StringComparison comparison = StringComparison.Ordinal)
    {
        if (node is not DocumentMap map)
        {
            throw StackErrors.At(node.Location, $"{what} has to be a mapping, not {node.Kind}.", $"Write it with the keys {string.Join(", ", known)}.");
        }

        var members = new DocumentMembers(node.Location);
        foreach (var entry in map.Entries)
        {
            var name = known.FirstOrDefault(name => name.Equals(entry.Key, comparison));
            if (name is not null)
            {
                if (!members._entries.TryAdd(name, entry))
                {
                    throw StackErrors.At(entry.Location, $"{what} has the key '{name}' twice; the first is at {members._entries[name].Location}.", "Remove one of them.");
                }
            }
            else if (refused?.GetValueOrDefault(entry.Key) is { } sentence)
            {
                if (!entry.Value.IsNull && entry.Value is not DocumentList { Items.Count: 0 })
                {
                    throw StackErrors.At(entry.Location, $"{what} has the key '{entry.Key}'. {sentence}", "Remove the key.");
                }
            }
            else
            {
                throw StackErrors.Unknown(entry.Location, $"{what} has a key that it may not have:", entry.Key, known);
            }
        }

        return members;
    }

    /// <summary>The entry of a key whose value is not null.</summary>
    internal bool TryGet(string name, [NotNullWhen(true)] out DocumentEntry? entry)
    {
        entry = _entries.GetValueOrDefault(name);
        return entry is { Value.IsNull: false };
    }

    /// <summary>Whether the key is there, even with null.</summary>
    internal bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>The entry of a key, even with null; null where the key is not there.</summary>
    internal DocumentEntry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>The text of a key; null where there is none.</summary>
    /// <exception cref="ConnectOperationException">The value is not a single one.</exception>
    internal string? Text(string name) => !TryGet(name, out var entry)
        ? null
        : entry.Value is DocumentScalar scalar ? scalar.Text : throw StackErrors.At(entry.Value.Location, $"'{name}' has to be a text, not {entry.Value.Kind}.", "Write one text.");

    /// <summary>The items of a key; empty where there is none.</summary>
    /// <exception cref="ConnectOperationException">The value is not a list.</exception>
    internal IReadOnlyList<DocumentNode> Items(string name) => !TryGet(name, out var entry)
        ? []
        : entry.Value is DocumentList list ? list.Items : throw StackErrors.At(entry.Value.Location, $"'{name}' has to be a list, not {entry.Value.Kind}.", "Write each item on a line of its own that starts with '- '.");

    /// <summary>Refuses versions other than 1.</summary>
    internal void CheckVersion()
    {
        if (Text("version") is { } version && version.Trim() != "1")
        {
            throw StackErrors.At(Find("version")!.Value.Location, $"The version '{StackErrors.Shorten(version)}' is not supported.", "Use version 1, or leave it out.");
        }
    }
}
