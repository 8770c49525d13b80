namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A YAML value with a tag of its own, such as <c>!Ref</c>: the short form of a function of CloudFormation.</summary>
/// <param name="Location">Where the tag is.</param>
/// <param name="Tag">The tag with its exclamation mark.</param>
/// <param name="Value">What the tag stands before.</param>
internal sealed record DocumentTagged(FileLocation Location, string Tag, DocumentNode Value) : DocumentNode(Location)
{
    /// <inheritdoc/>
    internal override long Size => 1 + Value.Size;

    /// <inheritdoc/>
    internal override string Kind => $"a value with the tag {StackErrors.Shorten(Tag)}";
}
