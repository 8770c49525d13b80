namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A sequence of values.</summary>
internal sealed record DocumentList(FileLocation Location, IReadOnlyList<DocumentNode> Items) : DocumentNode(Location)
{
    internal override long Size { get; } = 1 + Items.Sum(item => item.Size);

    internal override string Kind => "a list";
}
