namespace AwsccConnect.Core.Users.Import;

/// <summary>Finds the lines of rising indexes in a text.</summary>
internal sealed class LineCounter(byte[] text)
{
    private int _position;
    private int _line = 1;

    /// <summary>The line, from 1, of a byte.</summary>
    internal int At(long index)
    {
        for (; _position < index && _position < text.Length; _position++)
        {
            if (text[_position] == (byte)'\n')
            {
                _line++;
            }
        }

        return _line;
    }
}
