namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>Splits a text at its <c>{{ expressions }}</c>. Only expressions are templates here: tags and comments are refused.</summary>
internal static class TemplateText
{
    /// <summary>Whether the text has anything to evaluate.</summary>
    internal static bool IsTemplate(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("{#", StringComparison.Ordinal);

    /// <summary>Splits the text.</summary>
    /// <exception cref="ConnectOperationException">A tag, a comment or an expression without end (<c>InvalidStackFile</c>).</exception>
    internal static List<TemplateSegment> Split(string text, FileLocation location)
    {
        var segments = new List<TemplateSegment>();
        var start = 0;
        while (start < text.Length)
        {
            var open = FindOpening(text, start, location);
            if (open < 0)
            {
                segments.Add(new(text[start..], IsExpression: false, start));
                break;
            }

            if (open > start)
            {
                segments.Add(new(text[start..open], IsExpression: false, start));
            }

            var close = FindEnd(text, open + 2);
            if (close < 0)
            {
                throw StackErrors.At(Shift(location, open), "The template expression has no end.", "Close it with }}.");
            }

            // {{- and -}} drop white space around in templates of whole documents; in a value they have no useful effect.
            var inner = text[(open + 2)..close];
            var first = inner.StartsWith('-') ? 1 : 0;
            var last = inner.EndsWith('-') && inner.Length > first ? inner.Length - 1 : inner.Length;
            while (first < last && char.IsWhiteSpace(inner[first]))
            {
                first++;
            }

            segments.Add(new(inner[first..last], IsExpression: true, open + 2 + first));
            start = close + 2;
        }

        return segments;
    }

    /// <summary>The location of a character of a text.</summary>
    internal static FileLocation Shift(FileLocation location, int offset) => location with { Column = location.Column + offset };

    private static int FindOpening(string text, int start, FileLocation location)
    {
        for (var i = text.IndexOf('{', start); i >= 0 && i + 1 < text.Length; i = text.IndexOf('{', i + 1))
        {
            switch (text[i + 1])
            {
                case '{':
                    return i;
                case '%' or '#':
                    throw StackErrors.At(
                        Shift(location, i), $"The template has {(text[i + 1] == '%' ? "a tag {% ... %}" : "a comment {# ... #}")}; only expressions {{{{ ... }}}} are evaluated.", "Use 'if' on the resource, 'values' per environment, or a YAML comment; write {{ '{%' }} for the characters themselves.");
            }
        }

        return -1;
    }

    private static int FindEnd(string text, int start)
    {
        var quote = '\0';
        for (var i = start; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                if (text[i] == '\\')
                {
                    i++;
                }
                else if (text[i] == quote)
                {
                    quote = '\0';
                }
            }
            else if (text[i] is '\'' or '"')
            {
                quote = text[i];
            }
            else if (text[i] == '}' && i + 1 < text.Length && text[i + 1] == '}')
            {
                return i;
            }
        }

        return -1;
    }
}
