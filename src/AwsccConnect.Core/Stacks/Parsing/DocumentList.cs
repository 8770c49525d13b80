namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A sequence of values.</summary>
/// <param name="Location">Where it starts.</param>
/// <param name="Items">The values.</param>
internal sealed record DocumentList(FileLocation Location, IReadOnlyList<DocumentNode> Items) : DocumentNode(Location)
{
    private readonly long _size = 1 + Items.Sum(item => item.Size);

    /// <inheritdoc/>
    internal override long Size => _size;

    /// <inheritdoc/>
    internal override string Kind => "a list";
}
