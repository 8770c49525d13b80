using System.Globalization;
using System.Text;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>Evaluates the templates in a value. What a variable holds is never evaluated itself.</summary>
internal static class TemplateRenderer
{
    /// <summary>The value with its templates evaluated.</summary>
    /// <exception cref="ConnectOperationException">A template cannot be evaluated.</exception>
    internal static DocumentNode Render(DocumentNode node, TemplateScope scope) => node switch
    {
        DocumentScalar scalar => RenderScalar(scalar, scope),
        DocumentList list => new DocumentList(list.Location, [.. list.Items.Select(item => Render(item, scope))]),
        DocumentMap map => new DocumentMap(map.Location, [.. map.Entries.Select(entry => entry with { Value = Render(entry.Value, scope) })]),
        _ => node,
    };

    /// <summary>The value of a password: what one variable holds, or the text of the file, which is refused later on.</summary>
    /// <exception cref="ConnectOperationException">The template does more than name a variable.</exception>
    internal static DocumentNode RenderPassword(DocumentNode node, TemplateScope scope)
    {
        if (node is not DocumentScalar scalar || !TemplateText.IsTemplate(scalar.Text))
        {
            return node;
        }

        var segments = Split(scalar, out var start);
        if (segments is not [{ IsExpression: true } only])
        {
            throw StackErrors.At(
                scalar.Location, "The password is put together from texts in the file.", "Write one variable, '{{ name }}', and give it as a SecureString.", ErrorIds.PlainTextPassword);
        }

        var value = TemplateExpression.Parse(only.Text, TemplateText.Shift(start, only.Offset)).EvaluatePassword(scope);
        return new DocumentValue(scalar.Location, value switch
        {
            null or "" => null,
            System.Security.SecureString secure => secure,
            string text => ToSecure(text),
            _ => throw StackErrors.At(scalar.Location, "The variable of the password is neither a SecureString nor a text.", "Give it as a SecureString.", ErrorIds.InvalidValue),
        });
    }

    /// <summary>A value without templates as plain data, for templates that name it.</summary>
    internal static TemplateVariable ToVariable(DocumentNode node, TemplateVariable? origin = null) =>
        origin is { } known && node is DocumentValue value ? known with { Value = value.Value } : new TemplateVariable(ToPlain(node), IsFromFile: node is not DocumentValue);

    /// <summary>What the variable of a value that is one whole expression is; null for other values.</summary>
    internal static TemplateVariable? OriginOf(DocumentNode node, TemplateScope scope) =>
        node is DocumentScalar scalar && TemplateText.IsTemplate(scalar.Text) && Split(scalar, out var start) is [{ IsExpression: true } only]
            ? TemplateExpression.Parse(only.Text, TemplateText.Shift(start, only.Offset)).Evaluate(scope)
            : null;

    private static DocumentNode RenderScalar(DocumentScalar scalar, TemplateScope scope)
    {
        if (!TemplateText.IsTemplate(scalar.Text))
        {
            return scalar;
        }

        var segments = Split(scalar, out var start);
        if (segments is [{ IsExpression: true } only])
        {
            return new DocumentValue(scalar.Location, TemplateExpression.Parse(only.Text, TemplateText.Shift(start, only.Offset)).Evaluate(scope).Value);
        }

        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            text.Append(segment.IsExpression ? TextOf(segment, TemplateText.Shift(start, segment.Offset), scope) : segment.Text);
            if (text.Length > DocumentLimits.ValueLength)
            {
                throw StackErrors.At(scalar.Location, $"The template gives more than {DocumentLimits.ValueLength} characters.", "Give a shorter variable.");
            }
        }

        return new DocumentScalar(scalar.Location, text.ToString(), IsPlain: false);
    }

    private static string TextOf(TemplateSegment segment, FileLocation location, TemplateScope scope)
    {
        var value = TemplateExpression.Parse(segment.Text, location).Evaluate(scope).Value
            ?? throw StackErrors.At(location, $"The expression '{StackErrors.Shorten(segment.Text.Trim())}' has no value and stands within a text.", "Give the variable a value, or add | default('').");
        return !TemplateValues.HasSecret(value) ? TemplateValues.ToText(value) : throw StackErrors.At(
            location, $"The expression '{StackErrors.Shorten(segment.Text.Trim())}' puts a secret into a text.", "Use a secret as it is, and for password only.", ErrorIds.SecretMisplaced);
    }

    private static List<TemplateSegment> Split(DocumentScalar scalar, out FileLocation start)
    {
        // In a text of several lines, and behind escapes, the column is that of the text's start or near it.
        start = scalar.Text.Contains('\n', StringComparison.Ordinal) ? scalar.Location : TemplateText.Shift(scalar.Location, scalar.IsPlain ? 0 : 1);
        return TemplateText.Split(scalar.Text, start);
    }

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

    private static System.Security.SecureString ToSecure(string text)
    {
        var secure = new System.Security.SecureString();
        foreach (var c in text)
        {
            secure.AppendChar(c);
        }

        secure.MakeReadOnly();
        return secure;
    }
}
