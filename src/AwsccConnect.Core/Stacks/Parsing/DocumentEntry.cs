namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>An entry of a mapping.</summary>
internal sealed record DocumentEntry(string Key, FileLocation Location, DocumentNode Value);
