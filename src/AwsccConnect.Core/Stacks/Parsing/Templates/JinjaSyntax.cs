using System.Text;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>
/// Rewrites an expression of Jinja, the template language of stack-deploy, as one of Liquid: <c>x | default('a', true)</c> becomes
/// <c>x | default: 'a', true</c>, <c>None</c> becomes <c>nil</c>. Both spellings are accepted; what Liquid has no words for is refused.
/// </summary>
internal static class JinjaSyntax
{
    private const int Nesting = 16;

    /// <summary>Rewrites an expression.</summary>
    /// <exception cref="ConnectOperationException">Too long, or beyond variables and filters (<c>InvalidStackFile</c>).</exception>
    internal static string ToLiquid(string expression, FileLocation location)
    {
        if (expression.Length > DocumentLimits.ExpressionLength)
        {
            throw StackErrors.At(location, $"The template expression is longer than {DocumentLimits.ExpressionLength} characters.", "Compute the value outside and give it as a variable.");
        }

        var result = new StringBuilder(expression.Length + 8);
        var brackets = 0;
        var inCall = false;
        for (var i = 0; i < expression.Length;)
        {
            var c = expression[i];
            var length = 1;
            if (c is '\'' or '"')
            {
                length = TextLength(expression, i) ?? throw StackErrors.At(TemplateText.Shift(location, i), "A text in the template expression has no end.", $"Close it with {c}.");
                result.Append(expression, i, length);
            }
            else if (IsNameStart(c))
            {
                while (i + length < expression.Length && IsNamePart(expression[i + length]))
                {
                    length++;
                }

                var name = expression.Substring(i, length);
                var isMember = result.ToString().TrimEnd().EndsWith('.');
                var isFilter = result.ToString().TrimEnd().EndsWith('|');
                if (!isMember && !isFilter && name is "if" or "else" or "not" or "and" or "or" or "is" or "in")
                {
                    throw Unsupported(location, i, $"'{name}'");
                }

                result.Append(isMember || isFilter ? name : name switch { "None" or "none" or "null" => "nil", "True" => "true", "False" => "false", _ => name });
                var next = SkipSpace(expression, i + length);
                if (isFilter && next < expression.Length && expression[next] == '(')
                {
                    if (inCall)
                    {
                        throw Unsupported(location, next, "A filter inside a filter's arguments");
                    }

                    inCall = true;
                    length = next + 1 - i;
                    var isEmpty = SkipSpace(expression, next + 1) is var end && end < expression.Length && expression[end] == ')';
                    result.Append(isEmpty ? " " : ": ");
                }
            }
            else if (c == ')' && inCall)
            {
                inCall = false;
                result.Append(' ');
            }
            else if (c is '[' or ']')
            {
                brackets += c == '[' ? 1 : -1;
                if (brackets > Nesting || (c == '[' && !FollowsValue(result)))
                {
                    throw Unsupported(location, i, "A list");
                }

                result.Append(c);
            }
            else if (c == '=' && inCall)
            {
                // default(value='a') is default: value: 'a' in Liquid.
                result.Append(':');
            }
            else if (c == '|' && inCall)
            {
                throw Unsupported(location, i, "A filter inside a filter's arguments");
            }
            else if (char.IsWhiteSpace(c) || char.IsAsciiDigit(c) || c is '.' or ',' or '|' or ':' || (c == '-' && i + 1 < expression.Length && char.IsAsciiDigit(expression[i + 1])))
            {
                result.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
            else
            {
                throw Unsupported(location, i, $"'{StackErrors.Shorten(c.ToString())}'");
            }

            i += length;
        }

        return result.ToString();
    }

    /// <summary>The length of a quoted text with its quotes; null where it has no end.</summary>
    internal static int? TextLength(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[start])
            {
                return i + 1 - start;
            }
        }

        return null;
    }

    /// <summary>Whether a name can start with the character.</summary>
    internal static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    /// <summary>Whether a name can go on with the character.</summary>
    internal static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static int SkipSpace(string text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }

    private static bool FollowsValue(StringBuilder result) => result.Length > 0 && (IsNamePart(result[^1]) || result[^1] == ']');

    private static ConnectOperationException Unsupported(FileLocation location, int offset, string what) => StackErrors.At(
        TemplateText.Shift(location, offset), $"{what} is not supported in a template expression.", "Use variables, members (a.b, a[0]) and filters (a | upper); compute other values outside and give them as variables.");
}
