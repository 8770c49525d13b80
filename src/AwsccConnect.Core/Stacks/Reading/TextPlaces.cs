using System.Text;

namespace AwsccConnect.Core.Stacks.Reading;

/// <summary>Tells line and column of bytes that are asked for in rising order.</summary>
internal sealed class TextPlaces(byte[] utf8, string file)
{
    private int _position;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The place of a byte; the column counts characters.</summary>
    internal FilePlace At(long index)
    {
        while (_position < index && utf8.AsSpan(_position, (int)index - _position).IndexOf((byte)'\n') is >= 0 and var length)
        {
            _position += length + 1;
            _lineStart = _position;
            _line++;
        }

        return new FilePlace(file, _line, Encoding.UTF8.GetCharCount(utf8, _lineStart, (int)Math.Max(index - _lineStart, 0)) + 1);
    }
}
