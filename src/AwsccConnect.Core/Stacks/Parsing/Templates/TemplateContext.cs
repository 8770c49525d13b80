using Parlot;
using Parlot.Fluent;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>
/// The text that is read, where it is, and what it can name: given data alone, so that nothing else of the process is within reach. A
/// value is never read as a template itself.
/// </summary>
internal sealed class TemplateContext(string text, FileLocation start, TemplateScope scope, bool isPassword = false) : ParseContext(new Scanner(text))
{
    private const int Nesting = 16;
    private int _depth;
    private int? _open;
    private int _expression;

    internal int Offset => Scanner.Cursor.Offset;

    /// <summary>The location of a character; behind escapes and line breaks of a text it is near it.</summary>
    internal FileLocation At(int offset) => start with { Column = start.Column + offset };

    /// <summary>Begins parentheses or brackets.</summary>
    internal char Enter(char open) => ++_depth <= Nesting ? open : throw Unreadable();

    /// <summary>Ends parentheses or brackets.</summary>
    internal char Leave(char close)
    {
        _depth--;
        return close;
    }

    /// <summary>Begins an expression, behind its braces.</summary>
    internal bool Open()
    {
        _open = text.LastIndexOf('{', Offset - 1) - 1;
        SkipWhiteSpace();
        _expression = Offset;
        return true;
    }

    /// <summary>Ends an expression.</summary>
    /// <exception cref="ConnectOperationException">It names what is not given.</exception>
    internal TemplateValue Close(TemplateValue value)
    {
        _open = null;
        return Given(value) with { Source = StackErrors.Shorten(text[_expression..(Offset - 2)].TrimEnd().TrimEnd('-').TrimEnd()), Location = At(_expression) };
    }

    /// <summary>The value of a variable or of a member of it.</summary>
    /// <exception cref="ConnectOperationException">Only a namespace is named.</exception>
    internal TemplateValue Resolve(string root, IReadOnlyList<object?> keys, int offset)
    {
        var space = root is TemplateScope.Vars or TemplateScope.Globals ? root : null;
        var next = space is null ? 0 : 1;
        if (space is not null && keys is not [string, ..])
        {
            throw StackErrors.At(At(offset), $"'{root}' is not a value.", $"Name a member of it, such as {root}.NAME.");
        }

        var name = space is null ? root : (string)keys[0]!;
        if (!(space is null ? scope.TryGet(name, out var found) : scope.TryGet(space, name, out found)))
        {
            return new TemplateValue(null, IsFromFile: true, Missing: () => scope.Unknown(space, name, At(offset)));
        }

        for (; next < keys.Count; next++)
        {
            var parent = found.Value;
            if (!TemplateValues.TryMember(parent, keys[next], out var member))
            {
                var path = PathOf(root, keys);
                var key = keys[next];
                return new TemplateValue(null, IsFromFile: true, Missing: () => TemplateValues.NoMember(parent, key, path, At(offset)));
            }

            found = found with { Value = member };
        }

        return found with { Source = PathOf(root, keys) };
    }

    /// <summary>The value as a key or an index.</summary>
    /// <exception cref="ConnectOperationException">It is neither a text nor a number.</exception>
    internal object? ToKey(TemplateValue value) => Given(value).Value is object key and (string or long or decimal) ? key : throw StackErrors.At(
        At(_expression), $"'{value.Source}' is neither a text nor a number, so it cannot be an index.", "Use a text or a whole number.");

    /// <summary>Applies filters. A default leaves a value as it is; every other works on it, which a secret does not allow.</summary>
    /// <exception cref="ConnectOperationException">The expression is too long, or a filter is not known or cannot do its work.</exception>
    internal TemplateValue Filter(TemplateValue value, IReadOnlyList<(string Name, IReadOnlyList<TemplateValue> Arguments)> filters)
    {
        if (Offset - _open > DocumentLimits.ExpressionLength)
        {
            throw StackErrors.At(At(_expression), $"The template expression is longer than {DocumentLimits.ExpressionLength} characters.", "Compute the value outside and give it as a variable.");
        }

        foreach ((var name, var given) in filters)
        {
            var arguments = given ?? [];
            if (!TemplateFilters.Exists(name))
            {
                throw StackErrors.Unknown(At(_expression), "The filter", name, TemplateFilters.Names);
            }

            if (TemplateFilters.IsDefault(name) && arguments.Count > 0)
            {
                var isAbsent = value.Value is null || (arguments.Count > 1 && arguments[1].Value is true && value.Value is "" or false or 0L or 0m);
                value = isAbsent ? arguments[0] : value;
                continue;
            }

            if (isPassword)
            {
                throw StackErrors.At(At(_expression), "The template of a password does more than name a variable.", "Write '{{ name }}', or '{{ name | default(none) }}', and give the variable as a SecureString.", ErrorIds.PlainTextPassword);
            }

            foreach (var operand in arguments.Prepend(value))
            {
                _ = !TemplateValues.HasSecret(Given(operand).Value) ? true : throw StackErrors.At(
                    At(_expression), $"The template works on the secret '{operand.Source}'.", "Use a secret as it is, and for password only.", ErrorIds.SecretMisplaced);
            }

            try
            {
                value = new TemplateValue(TemplateFilters.Apply(name, value.Value, [.. arguments.Select(argument => argument.Value)]), IsFromFile: true);
            }
            catch (FormatException e)
            {
                throw StackErrors.At(At(_expression), $"The filter '{name}' cannot be applied: its input or arguments do not fit, or the result is too long.", "Correct the expression or the variable.", cause: e);
            }
        }

        return value;
    }

    /// <summary>An operand of a condition.</summary>
    /// <exception cref="ConnectOperationException">It is a secret, or not given.</exception>
    internal object? NotSecret(TemplateValue value) => !TemplateValues.HasSecret(Given(value).Value) ? value.Value : throw StackErrors.At(
        start, "The condition looks at a secret.", "Use secrets for password only.", ErrorIds.SecretMisplaced);

    /// <summary>A quoted text of a condition.</summary>
    /// <exception cref="ConnectOperationException">It has a secret, or an expression without value among texts.</exception>
    internal string Quoted(IReadOnlyList<TemplateValue> parts) =>
        parts is [{ Source: not null } only] ? NotSecret(only) is { } value ? TemplateValues.ToText(value) : "" : TemplateValues.Join(parts, start);

    /// <summary>The error of a tag or a comment.</summary>
    internal ConnectOperationException Tag(char kind) => StackErrors.At(
        At(Offset - 2), $"The template has {(kind == '%' ? "a tag {% ... %}" : "a comment {# ... #}")}; only expressions {{{{ ... }}}} are evaluated.", "Use 'if' on the resource, 'values' per environment, or a YAML comment; write {{ '{%' }} for the characters themselves.");

    /// <summary>The error of a text that does not continue as the grammar requires.</summary>
    internal ConnectOperationException Unreadable()
    {
        SkipWhiteSpace();
        var rest = text.AsSpan(Offset);
        if (_open is not { } open)
        {
            return StackErrors.At(At(Offset), "The condition cannot be read from here on.", "Write it with == != < <= > >= in, and, or, not, texts in quotes and names, such as \"stack_env == 'prd'\".");
        }

        if (rest.IsEmpty || rest[0] is '\'' or '"')
        {
            return StackErrors.At(At(open), "The template expression has no end.", rest.IsEmpty ? "Close it with }}." : $"Close the text in it with {rest[0]}.");
        }

        if (rest.StartsWith("}}", StringComparison.Ordinal))
        {
            return Offset == _expression
                ? StackErrors.At(At(Offset), "The template expression is empty.", "Name a variable, such as {{ username }}.")
                : StackErrors.At(At(_expression), $"The template expression '{StackErrors.Shorten(text[_expression..Offset].Trim())}' cannot be read.", "Use variables, members (a.b, a[0]) and filters (a | default('b')).");
        }

        var length = 1;
        while (char.IsLetter(rest[0]) && length < rest.Length && char.IsLetterOrDigit(rest[length]))
        {
            length++;
        }

        return StackErrors.At(At(Offset), $"'{StackErrors.Shorten(rest[..length].ToString())}' is not supported in a template expression.", "Use variables, members (a.b, a[0]) and filters (a | upper); compute other values outside and give them as variables.");
    }

    private static TemplateValue Given(TemplateValue value) => value.Missing is null ? value : throw value.Missing();

    private static string PathOf(string root, IReadOnlyList<object?> keys) =>
        StackErrors.Shorten(string.Concat(keys.Select(key => key is string name ? $".{name}" : $"[{TemplateValues.ToText(key!)}]").Prepend(root)));
}
