using System.Text;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Finds line and column of bytes at rising indexes; each byte is read once, however long the lines are.</summary>
internal sealed class TextLocations(byte[] utf8, string file)
{
    private int _position;
    private long _line = 1;
    private long _column = 1;

    /// <summary>The byte that indexes count from.</summary>
    internal int Start { get; set; }

    /// <summary>The location of a byte; the column counts characters.</summary>
    internal FileLocation At(long index)
    {
        var passed = utf8.AsSpan(_position, (int)Math.Clamp(Start + index - _position, 0, utf8.Length - _position));
        _position += passed.Length;
        while (passed.IndexOf((byte)'\n') is >= 0 and var length)
        {
            passed = passed[(length + 1)..];
            _line++;
            _column = 1;
        }

        _column += Encoding.UTF8.GetCharCount(passed);
        return new FileLocation(file, _line, _column);
    }
}
