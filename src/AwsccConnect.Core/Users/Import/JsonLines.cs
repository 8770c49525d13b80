namespace AwsccConnect.Core.Users.Import;

/// <summary>Distinguishes JSON lines (https://jsonlines.org) from other JSON, and splits them.</summary>
internal static class JsonLines
{
    /// <summary>
    /// Whether a text has a value on each line: the file's name says so, or its first two lines both open an object, which a single value
    /// over several lines cannot.
    /// </summary>
    internal static bool IsMatch(byte[] utf8, string file)
    {
        var lines = Split(utf8).Take(2).ToList();
        return (lines.Count > 0 && Path.GetExtension(file).ToUpperInvariant() is ".JSONL" or ".NDJSON")
            || (lines is [var first, var second] && first.Text.Span[0] == (byte)'{' && second.Text.Span[0] == (byte)'{');
    }

    /// <summary>The lines that are not blank, with their numbers from 1.</summary>
    internal static IEnumerable<(int Line, ReadOnlyMemory<byte> Text)> Split(byte[] utf8)
    {
        var line = 1;
        for (var start = 0; start < utf8.Length; line++)
        {
            var length = utf8.AsSpan(start).IndexOf((byte)'\n');
            length = length < 0 ? utf8.Length - start : length;
            var text = new ReadOnlyMemory<byte>(utf8, start, length).Trim(" \t\r"u8);
            if (!text.IsEmpty)
            {
                yield return (line, text);
            }

            start += length + 1;
        }
    }
}
