namespace AwsccConnect.Core.Users.Import;

/// <summary>A reader whose first line was read already. Closing it leaves the rest open.</summary>
internal sealed class PrefixedReader(string prefix, TextReader rest) : TextReader
{
    private int _position;

    /// <inheritdoc/>
    public override int Peek() => _position < prefix.Length ? prefix[_position] : rest.Peek();

    /// <inheritdoc/>
    public override int Read() => _position < prefix.Length ? prefix[_position++] : rest.Read();

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        var taken = Take(buffer);
        return taken > 0 ? taken : rest.Read(buffer);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var taken = Take(buffer.Span);
        return taken > 0 ? taken : await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    private int Take(Span<char> buffer)
    {
        var count = Math.Min(buffer.Length, prefix.Length - _position);
        prefix.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
