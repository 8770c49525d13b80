using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AwsccConnect.HelpBuilder;

/// <summary>
/// A page's Markdown. A paragraph that is nothing but a link to a page of the folder <c>include</c> stands for that
/// page's content, so that what many pages say is written once and can be followed on the web too.
/// </summary>
internal sealed class PageSource
{
    private const string IncludeFolder = "include/";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    private PageSource(string file, IReadOnlyList<Block> blocks)
    {
        File = file;
        Blocks = blocks;
    }

    /// <summary>Path of the page.</summary>
    public string File { get; }

    /// <summary>The blocks, with those of the included pages in place.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Reads a page.</summary>
    public static PageSource Read(string file) => new(file, [.. Expand(file)]);

    /// <summary>The blocks under a heading, up to the next heading of its level or above. Throws where there is not exactly one.</summary>
    public IReadOnlyList<Block> Section(string title, int level = 2)
    {
        var sections = Sections(Blocks, level).Where(section => section.Title == title).ToList();
        return sections.Count == 1 ? sections[0].Blocks : throw new HelpFormatException(File, 0, $"There has to be one heading '{title}' of level {level}.");
    }

    /// <summary>Splits blocks at headings of a level; what comes before the first is left out.</summary>
    public static IEnumerable<(string Title, int Line, IReadOnlyList<Block> Blocks)> Sections(IEnumerable<Block> blocks, int level)
    {
        HeadingBlock? heading = null;
        var content = new List<Block>();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock next && next.Level <= level)
            {
                if (heading is not null)
                {
                    yield return (PlainText.Of(heading.Inline), heading.Line + 1, content);
                }

                heading = next.Level == level ? next : null;
                content = [];
            }
            else
            {
                content.Add(block);
            }
        }

        if (heading is not null)
        {
            yield return (PlainText.Of(heading.Inline), heading.Line + 1, content);
        }
    }

    /// <summary>The <c>key: value</c> lines of a YAML block.</summary>
    public static Dictionary<string, string> Values(CodeBlock yaml)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in PlainText.Of(yaml).Split('\n'))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                values[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return values;
    }

    /// <summary>The front matter.</summary>
    public Dictionary<string, string> FrontMatter() =>
        Values(Blocks.OfType<YamlFrontMatterBlock>().FirstOrDefault() ?? throw new HelpFormatException(File, 1, "The page has no front matter."));

    private static IEnumerable<Block> Expand(string file)
    {
        foreach (var block in Markdown.Parse(System.IO.File.ReadAllText(file).ReplaceLineEndings("\n"), Pipeline))
        {
            if (IncludedPage(block) is not { } included)
            {
                yield return block;
                continue;
            }

            var path = Path.Combine(Path.GetDirectoryName(file)!, included);
            if (!System.IO.File.Exists(path))
            {
                throw new HelpFormatException(file, block.Line + 1, $"The included page {included} is not there.");
            }

            foreach (var inner in Expand(path))
            {
                yield return inner;
            }
        }
    }

    private static string? IncludedPage(Block block) =>
        block is ParagraphBlock { Inline: { FirstChild: LinkInline { Url: { } url } link } inlines } && inlines.LastChild == link
            && (url.StartsWith(IncludeFolder, StringComparison.Ordinal) || url.StartsWith("../" + IncludeFolder, StringComparison.Ordinal))
            ? url
            : null;
}
