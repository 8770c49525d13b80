using System.Text;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Texts in a manifest, whose values are templates.</summary>
internal static class TemplateEscaping
{
    /// <summary>
    /// A template whose result is the text: a brace that would open an expression, a tag or a comment is written as an expression itself,
    /// <c>{{ '{' }}</c>.
    /// </summary>
    public static string Escape(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && i + 1 < text.Length && text[i + 1] is '{' or '%' or '#')
            {
                result.Append("{{ '{' }}");
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
