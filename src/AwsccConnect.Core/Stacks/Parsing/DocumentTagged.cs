namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A YAML value with a tag of its own, such as <c>!Ref</c>: the short form of a function of CloudFormation.</summary>
internal sealed record DocumentTagged(FileLocation Location, string Tag, DocumentNode Value) : DocumentNode(Location)
{
    internal override long Size => 1 + Value.Size;

    internal override string Kind => $"a value with the tag {StackErrors.Shorten(Tag)}";
}
