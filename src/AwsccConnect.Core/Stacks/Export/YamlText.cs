using System.Globalization;
using System.Text;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Texts in YAML (<see href="https://yaml.org/spec/1.2.2/#73-flow-scalar-styles"/>).</summary>
internal static class YamlText
{
    /// <summary>
    /// The text in quotes, so that no reader takes <c>no</c> for a boolean or <c>007</c> for a number: in single quotes where it can be,
    /// in double quotes with escapes where it has line breaks or characters that do not show.
    /// </summary>
    public static string Quote(string text)
    {
        if (!text.Any(NeedsEscape))
        {
            return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        var result = new StringBuilder(text.Length + 8).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => result.Append('\\').Append(character),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                _ when NeedsEscape(character) => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => result.Append(character),
            };
        }

        return result.Append('"').ToString();
    }

    private static bool NeedsEscape(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF'
        || char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
