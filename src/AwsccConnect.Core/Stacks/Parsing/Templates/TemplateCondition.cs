using System.Globalization;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>
/// Evaluates the <c>if</c> of a resource: an expression of Python with templates in it, such as <c>'{{ stack_env }}' == 'prd'</c>.
/// stack-deploy runs it as Python after the templates; here a template is an operand, so that no value becomes code. There are
/// <c>== != &lt; &lt;= &gt; &gt;= in, not in, and, or, not</c>, parentheses, texts, numbers, lists, True, False, None and names.
/// </summary>
internal sealed class TemplateCondition
{
    private const int Nesting = 32;
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    private readonly string _text;
    private readonly FileLocation _location;
    private readonly TemplateScope _scope;
    private int _position;
    private int _depth;

    private TemplateCondition(string text, FileLocation location, TemplateScope scope)
    {
        _text = text;
        _location = location;
        _scope = scope;
    }

    /// <summary>Evaluates a condition.</summary>
    /// <exception cref="ConnectOperationException">The condition cannot be read, or names what is not given.</exception>
    internal static bool Evaluate(DocumentNode node, TemplateScope scope)
    {
        if (node is not DocumentScalar scalar)
        {
            throw StackErrors.At(node.Location, $"'if' has to be an expression, not {node.Kind}.", "Write a text such as \"stack_env == 'prd'\".");
        }

        if (scalar.Boolean is { } flag)
        {
            return flag;
        }

        if (scalar.Text.Length > DocumentLimits.ExpressionLength)
        {
            throw StackErrors.At(node.Location, $"The condition is longer than {DocumentLimits.ExpressionLength} characters.", "Compute it outside and give it as a variable.");
        }

        var condition = new TemplateCondition(scalar.Text, scalar.IsPlain ? scalar.Location : TemplateText.Shift(scalar.Location, 1), scope);
        var result = condition.Or();
        return condition.AtEnd() ? ConditionValues.IsTrue(result) : throw condition.Unreadable();
    }

    private object? Or()
    {
        if (++_depth > Nesting)
        {
            throw Unreadable();
        }

        var left = And();
        while (TakeWord("or"))
        {
            var right = And();
            left = ConditionValues.IsTrue(left) ? left : right;
        }

        _depth--;
        return left;
    }

    private object? And()
    {
        var left = Not();
        while (TakeWord("and"))
        {
            var right = Not();
            left = ConditionValues.IsTrue(left) ? right : left;
        }

        return left;
    }

    private object? Not()
    {
        var negations = 0;
        while (TakeWord("not"))
        {
            negations++;
        }

        var value = Comparison();
        return negations == 0 ? value : ConditionValues.IsTrue(value) == (negations % 2 == 0);
    }

    private object? Comparison()
    {
        var left = Operand();
        SkipSpace();
        foreach (var name in Operators)
        {
            if (string.CompareOrdinal(_text, _position, name, 0, name.Length) == 0)
            {
                var location = Here();
                _position += name.Length;
                var right = Operand();
                return name switch
                {
                    "==" => ConditionValues.AreEqual(left, right),
                    "!=" => !ConditionValues.AreEqual(left, right),
                    "<" => Compare(left, right, location) < 0,
                    "<=" => Compare(left, right, location) <= 0,
                    ">" => Compare(left, right, location) > 0,
                    _ => Compare(left, right, location) >= 0,
                };
            }
        }

        if (TakeWord("in"))
        {
            return ConditionValues.Contains(Operand(), left);
        }

        return TakeWord("not") ? TakeWord("in") ? !ConditionValues.Contains(Operand(), left) : throw Unreadable() : left;
    }

    private object? Operand()
    {
        SkipSpace();
        if (_position >= _text.Length)
        {
            throw Unreadable();
        }

        var c = _text[_position];
        if (c is '\'' or '"')
        {
            return QuotedText();
        }

        if (c == '{' && string.CompareOrdinal(_text, _position, "{{", 0, 2) == 0)
        {
            return Template();
        }

        if (c == '(')
        {
            _position++;
            var value = Or();
            return Take(')') ? value : throw Unreadable();
        }

        if (c == '[')
        {
            return List();
        }

        if (char.IsAsciiDigit(c) || c == '-')
        {
            var start = _position++;
            while (_position < _text.Length && (char.IsAsciiDigit(_text[_position]) || _text[_position] == '.'))
            {
                _position++;
            }

            return decimal.TryParse(_text.AsSpan(start, _position - start), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable();
        }

        return JinjaSyntax.IsNameStart(c) ? Name() : throw Unreadable();
    }

    private object? Name()
    {
        var start = _position;
        while (_position < _text.Length && (JinjaSyntax.IsNamePart(_text[_position]) || _text[_position] == '.'))
        {
            _position++;
            if (_position < _text.Length && _text[_position] == '[')
            {
                var close = _text.IndexOf(']', _position);
                _position = close < 0 ? throw Unreadable() : close + 1;
            }
        }

        var name = _text[start.._position];
        return name switch
        {
            "True" or "true" => true,
            "False" or "false" => false,
            "None" or "none" or "null" => null,
            "and" or "or" or "in" or "is" => throw Unreadable(),
            _ => Checked(TemplateExpression.Parse(name, TemplateText.Shift(_location, start)).Evaluate(_scope).Value),
        };
    }

    private List<object?> List()
    {
        _position++;
        var items = new List<object?>();
        while (!Take(']'))
        {
            items.Add(Or());
            if (!Take(',') && !Peek(']'))
            {
                throw Unreadable();
            }
        }

        return items;
    }

    private string QuotedText()
    {
        var location = Here();
        // Quotes inside the braces of a template belong to the template.
        var quote = _text[_position];
        var start = ++_position;
        while (_position < _text.Length && _text[_position] != quote)
        {
            var isTemplate = string.CompareOrdinal(_text, _position, "{{", 0, 2) == 0;
            var end = isTemplate ? _text.IndexOf("}}", _position, StringComparison.Ordinal) : _position - 1;
            _position = end < 0 && isTemplate ? throw Unreadable() : isTemplate ? end + 2 : _position + 1;
        }

        if (_position >= _text.Length)
        {
            throw Unreadable();
        }

        var rendered = TemplateRenderer.Render(new DocumentScalar(location, _text[start.._position++], IsPlain: false), _scope);
        return rendered is DocumentScalar scalar ? scalar.Text : ((DocumentValue)rendered).Value is { } value ? TemplateValues.ToText(Checked(value)!) : "";
    }

    /// <summary>A template without quotes around it: its text reads as Python would read it there.</summary>
    private object? Template()
    {
        var close = _text.IndexOf("}}", _position, StringComparison.Ordinal);
        if (close < 0)
        {
            throw Unreadable();
        }

        var value = Checked(TemplateExpression.Parse(_text[(_position + 2)..close], TemplateText.Shift(_location, _position + 2)).Evaluate(_scope).Value);
        _position = close + 2;
        return value switch
        {
            "True" or "true" => true,
            "False" or "false" => false,
            "None" or "none" or "null" => null,
            string text when ConditionValues.Number(text) is { } number => number,
            _ => value,
        };
    }

    private object? Checked(object? value) => !TemplateValues.HasSecret(value) ? value : throw StackErrors.At(
        _location, "The condition looks at a secret.", "Use secrets for password only.", ErrorIds.SecretMisplaced);

    private static int Compare(object? left, object? right, FileLocation location) =>
        ConditionValues.Number(left) is { } a && ConditionValues.Number(right) is { } b ? a.CompareTo(b)
        : left is string x && right is string y ? string.CompareOrdinal(x, y)
        : throw StackErrors.At(location, "The condition compares values that have no order.", "Compare numbers with numbers and texts with texts.");

    private bool TakeWord(string word)
    {
        SkipSpace();
        var end = _position + word.Length;
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0 || (end < _text.Length && JinjaSyntax.IsNamePart(_text[end])))
        {
            return false;
        }

        _position = end;
        return true;
    }

    private bool Peek(char c)
    {
        SkipSpace();
        return _position < _text.Length && _text[_position] == c;
    }

    private bool Take(char c)
    {
        var there = Peek(c);
        _position += there ? 1 : 0;
        return there;
    }

    private bool AtEnd()
    {
        SkipSpace();
        return _position >= _text.Length;
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    private FileLocation Here() => TemplateText.Shift(_location, _position);

    private ConnectOperationException Unreadable() => StackErrors.At(
        Here(), "The condition cannot be read from here on.", "Write it with == != < <= > >= in, and, or, not, texts in quotes and names, such as \"stack_env == 'prd'\".");
}
