using System.Globalization;
using System.Security;
using AwsccConnect.Core.Users;
using Parlot;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>Evaluates the templates in a value, and the condition of a resource. What a variable holds is never evaluated itself.</summary>
internal static class TemplateRenderer
{
    /// <summary>The value with its templates evaluated.</summary>
    /// <exception cref="ConnectOperationException">A template cannot be evaluated.</exception>
    internal static DocumentNode Render(DocumentNode node, TemplateScope scope) => node switch
    {
        DocumentScalar scalar when IsTemplate(scalar.Text) => Parts(scalar, scope) is var parts && parts is [{ Source: not null } only]
            ? new DocumentValue(scalar.Location, only.Value, only.IsFromFile)
            : new DocumentScalar(scalar.Location, TemplateValues.Join(parts, scalar.Location), IsPlain: false),
        DocumentList list => new DocumentList(list.Location, [.. list.Items.Select(item => Render(item, scope))]),
        DocumentMap map => new DocumentMap(map.Location, [.. map.Entries.Select(entry => entry with { Value = Render(entry.Value, scope) })]),
        _ => node,
    };

    /// <summary>The value of a password: what one variable holds, or the text of the file, which is refused later on.</summary>
    /// <exception cref="ConnectOperationException">The template does more than name a variable.</exception>
    internal static DocumentNode RenderPassword(DocumentNode node, TemplateScope scope)
    {
        if (node is not DocumentScalar scalar || !IsTemplate(scalar.Text))
        {
            return node;
        }

        if (Parts(scalar, scope, isPassword: true) is not [{ Source: not null } only])
        {
            throw StackErrors.At(
                scalar.Location, "The password is put together from texts in the file.", "Write one variable, '{{ name }}', and give it as a SecureString.", ErrorIds.PlainTextPassword);
        }

        if (only.IsFromFile && only.Value is not null and not SecureString)
        {
            throw StackErrors.At(
                only.Location, "The password's variable has its text in the file.", "Give the variable as a SecureString; or use -Password or -GeneratePassword.", ErrorIds.PlainTextPassword);
        }

        return new DocumentValue(scalar.Location, only.Value switch
        {
            null or "" => null,
            SecureString secure => secure,
            string text => SecureText.From(text),
            _ => throw StackErrors.At(scalar.Location, "The variable of the password is neither a SecureString nor a text.", "Give it as a SecureString.", ErrorIds.InvalidValue),
        });
    }

    /// <summary>
    /// Evaluates the <c>if</c> of a resource. stack-deploy runs it as Python after the templates; here a template is an operand, so that no
    /// value becomes code.
    /// </summary>
    /// <exception cref="ConnectOperationException">The condition cannot be read, or names what is not given.</exception>
    internal static bool IsMet(DocumentNode node, TemplateScope scope)
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

        TemplateContext context = new(scalar.Text, StartOf(scalar), scope);
        ParseResult<object?> result = default;
        var isRead = TemplateGrammar.Condition.Parse(context, ref result);
        context.SkipWhiteSpace();
        return isRead && context.Scanner.Cursor.Eof ? ConditionValues.IsTrue(result.Value) : throw context.Unreadable();
    }

    /// <summary>A value whose templates are evaluated, for templates that name it.</summary>
    internal static TemplateValue ToVariable(DocumentNode node) => new(ToPlain(node), node is not DocumentValue { IsFromFile: false });

    private static bool IsTemplate(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("{#", StringComparison.Ordinal);

    private static IReadOnlyList<TemplateValue> Parts(DocumentScalar scalar, TemplateScope scope, bool isPassword = false)
    {
        ParseResult<IReadOnlyList<TemplateValue>> result = default;
        _ = TemplateGrammar.Text.Parse(new TemplateContext(scalar.Text, scalar.Text.Contains('\n', StringComparison.Ordinal) ? scalar.Location : StartOf(scalar), scope, isPassword), ref result);
        return result.Value;
    }

    private static FileLocation StartOf(DocumentScalar scalar) => scalar.IsPlain ? scalar.Location : scalar.Location with { Column = scalar.Location.Column + 1 };

    private static object? ToPlain(DocumentNode node) => node switch
    {
        { IsNull: true } => null,
        DocumentValue value => value.Value,
        DocumentScalar { IsPlain: true, Text: "true" or "True" or "false" or "False" } scalar => scalar.Boolean,
        DocumentScalar { IsPlain: true } scalar when IsNumber(scalar.Text, out var number) => number,
        DocumentScalar scalar => scalar.Text,
        DocumentList list => list.Items.Select(ToPlain).ToList(),
        DocumentMap map => map.Entries.ToDictionary(entry => entry.Key, entry => ToPlain(entry.Value), StringComparer.Ordinal),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    /// <summary>Only what is written as the number is written back: 007 and +44 are texts.</summary>
    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number.ToString(CultureInfo.InvariantCulture) == text;
}
