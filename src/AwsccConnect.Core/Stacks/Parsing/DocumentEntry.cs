namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>An entry of a mapping.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Location">Where the key is.</param>
/// <param name="Value">The value.</param>
internal sealed record DocumentEntry(string Key, FileLocation Location, DocumentNode Value);
