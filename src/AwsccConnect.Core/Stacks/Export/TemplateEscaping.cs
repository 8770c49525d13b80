using System.Text.RegularExpressions;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Texts in a manifest, whose values are templates.</summary>
internal static partial class TemplateEscaping
{
    /// <summary>
    /// A template whose result is the text: a brace that would open an expression, a tag or a comment is written as an expression itself,
    /// <c>{{ '{' }}</c>.
    /// </summary>
    public static string Escape(string text) => Opening().Replace(text, "{{ '{' }}");

    [GeneratedRegex("[{](?=[{%#])", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
