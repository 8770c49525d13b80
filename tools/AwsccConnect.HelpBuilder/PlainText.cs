using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AwsccConnect.HelpBuilder;

/// <summary>Markdown as the plain text that a console shows.</summary>
internal static class PlainText
{
    /// <summary>The paragraphs of blocks. A list is one paragraph with a line for each item.</summary>
    public static IReadOnlyList<string> Of(string file, IEnumerable<Block> blocks) =>
        [.. blocks.Where(block => block is not HtmlBlock).Select(block => Of(file, block))];

    /// <summary>The text of inlines.</summary>
    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LinkInline link => Of(link),
                AutolinkInline link => link.Url,
                ContainerInline container => Of(container),
                _ => string.Empty,
            });
        }

        return text.ToString();
    }

    /// <summary>The lines of a code block.</summary>
    public static string Of(CodeBlock code) =>
        string.Join('\n', (code.Lines.Lines ?? []).Take(code.Lines.Count).Select(line => line.ToString())).TrimEnd();

    private static string Of(LinkInline link)
    {
        var text = Of((ContainerInline)link);
        return link.Url is { } url && url.Contains("://", StringComparison.Ordinal) && text != url ? $"{text} ({url})" : text;
    }

    private static string Of(string file, Block block) => block switch
    {
        ParagraphBlock paragraph => Of(paragraph.Inline),
        CodeBlock code => string.Join('\n', Of(code).Split('\n').Select(line => "    " + line)),
        ListBlock list => string.Join('\n', list.OfType<ListItemBlock>().Select((item, index) =>
            $"{(list.IsOrdered ? $"{index + 1}." : "-")} {string.Join(' ', item.Select(inner => Of(file, inner)))}")),
        _ => throw new HelpFormatException(file, block.Line + 1, $"A {block.GetType().Name} cannot be shown by Get-Help; use paragraphs, lists and code."),
    };
}
