namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A sequence of values.</summary>
/// <param name="Place">Where it starts.</param>
/// <param name="Items">The values.</param>
internal sealed record DocumentList(FilePlace Place, IReadOnlyList<DocumentNode> Items) : DocumentNode(Place)
{
    private readonly long _size = 1 + Items.Sum(item => item.Size);

    /// <inheritdoc/>
    internal override long Size => _size;

    /// <inheritdoc/>
    internal override string Kind => "a list";
}
