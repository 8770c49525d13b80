using System.Text;
using Markdig.Syntax;

namespace AwsccConnect.HelpBuilder;

/// <summary>Writes <c>about_</c> pages as the text files that <c>Get-Help about_...</c> shows.</summary>
internal static class AboutPageWriter
{
    /// <summary>Columns of a line; a console has at least 80.</summary>
    private const int Width = 78;
    private const int Indent = 4;

    /// <summary>Writes a page. Its first heading is the topic.</summary>
    public static void Write(string page, string file)
    {
        var source = PageSource.Read(page);
        var topic = Path.GetFileNameWithoutExtension(page);
        if (PageSource.Sections(source.Blocks, 1).Select(section => section.Title).FirstOrDefault() != topic)
        {
            throw new HelpFormatException(page, 1, $"The first heading has to be '{topic}'.");
        }

        _ = source.Section("SHORT DESCRIPTION");
        _ = source.Section("LONG DESCRIPTION");
        var text = new StringBuilder("TOPIC\n").Append(' ', Indent).Append(topic).Append('\n');
        foreach (var block in source.Blocks.Where(block => block is not HtmlBlock).SkipWhile(block => block is not HeadingBlock).Skip(1))
        {
            text.Append('\n');
            if (block is HeadingBlock heading)
            {
                text.Append(heading.Level == 2 ? string.Empty : "  ").Append(PlainText.Of(heading.Inline)).Append('\n');
            }
            else if (block is ListBlock)
            {
                foreach (var item in PlainText.Of(page, [block])[0].Split('\n'))
                {
                    Wrap(text, item, Indent, Indent + 2);
                }
            }
            else if (block is CodeBlock code)
            {
                foreach (var line in PlainText.Of(code).Split('\n'))
                {
                    text.Append(line.Length == 0 ? string.Empty : new string(' ', Indent + 4)).Append(line).Append('\n');
                }
            }
            else
            {
                Wrap(text, PlainText.Of(page, [block])[0], Indent, Indent);
            }
        }

        // A heading and its first paragraph belong together.
        File.WriteAllText(file, Tighten(text.ToString()));
    }

    private static void Wrap(StringBuilder text, string paragraph, int first, int rest)
    {
        var column = first;
        text.Append(' ', first);
        var isStart = true;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isStart && column + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', rest);
                column = rest;
                isStart = true;
            }

            text.Append(isStart ? string.Empty : " ").Append(word);
            column += word.Length + (isStart ? 0 : 1);
            isStart = false;
        }

        text.Append('\n');
    }

    private static string Tighten(string text)
    {
        var lines = text.Split('\n');
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var followsHeading = i > 0 && lines[i].Length == 0 && lines[i - 1].Length > 0 && lines[i - 1].Length - lines[i - 1].TrimStart().Length < Indent;
            if (!followsHeading)
            {
                result.Append(lines[i]).Append('\n');
            }
        }

        return result.ToString();
    }
}
