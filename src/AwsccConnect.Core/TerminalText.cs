using System.Buffers;
using System.Globalization;
using System.Text;

namespace AwsccConnect.Core;

/// <summary>
/// Makes texts from outside - values of AWS, cells of rosters, responses of proxies - safe to print. A terminal executes control characters
/// (ECMA-48: C0, DEL, C1), and the explicit bidirectional ones (UAX #9: embeddings, overrides, isolates) reorder what stands around
/// them. They are written the way PowerShell writes them in source, such as <c>`u{1b}</c>. Objects keep the values as they are.
/// </summary>
internal static class TerminalText
{
    private static readonly SearchValues<char> Hazards = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(code => code is not ('\n' or '\t')).Select(code => (char)code),
        .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code),
        '\u2028', '\u2029',
        '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
        '\u2066', '\u2067', '\u2068', '\u2069',
    ]);

    /// <summary>Whether a text holds nothing that would have to be written otherwise; line feeds and tabs are let through.</summary>
    public static bool IsClean(string? text) => text is null || text.AsSpan().IndexOfAny(Hazards) < 0;

    /// <summary>The text as it can be printed; its lines stay lines.</summary>
    public static string Clean(string text) => IsClean(text) ? text : Escape(text.Replace("\r\n", "\n", StringComparison.Ordinal), keepsLines: true);

    /// <summary>The text as it can be printed on one line, so that a value cannot pretend to be a line of its own.</summary>
    public static string CleanLine(string text) => IsClean(text) && !text.Contains('\n', StringComparison.Ordinal) ? text : Escape(text, keepsLines: false);

    private static string Escape(string text, bool keepsLines)
    {
        var clean = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (character == '\n' ? keepsLines : !Hazards.Contains(character))
            {
                clean.Append(character);
            }
            else if (character == '\n')
            {
                clean.Append("`n");
            }
            else
            {
                clean.Append(CultureInfo.InvariantCulture, $"`u{{{(int)character:x}}}");
            }
        }

        return clean.ToString();
    }
}
