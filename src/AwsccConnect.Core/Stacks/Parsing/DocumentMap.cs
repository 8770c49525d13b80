namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A mapping, in the order of the file; no key is there twice.</summary>
internal sealed record DocumentMap(FileLocation Location, IReadOnlyList<DocumentEntry> Entries) : DocumentNode(Location)
{
    internal override long Size { get; } = 1 + Entries.Sum(entry => entry.Value.Size);

    internal override string Kind => "a mapping";

    /// <summary>The entry of that key in any case, or null.</summary>
    internal DocumentEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value of exactly that key, or null.</summary>
    internal DocumentNode? Exactly(string key) => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
}
