using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AwsccConnect.HelpBuilder;

/// <summary>
/// Reads the page of a cmdlet, in the form that platyPS has made usual
/// (<see href="https://learn.microsoft.com/powershell/utility-modules/platyps/create-help-using-platyps"/>).
/// </summary>
internal static class HelpPageReader
{
    /// <summary>Reads a page. Throws where it lacks a section, or has one that cannot be read.</summary>
    public static HelpPage Read(string file)
    {
        var source = PageSource.Read(file);
        var name = PageSource.Sections(source.Blocks, 1).Select(section => section.Title).FirstOrDefault()
            ?? throw new HelpFormatException(file, 1, "The page has no heading with the cmdlet's name.");
        var syntax = PageSource.Sections(source.Section("SYNTAX"), 3).ToList();
        return new HelpPage
        {
            File = file,
            Name = name,
            FrontMatter = source.FrontMatter(),
            Synopsis = string.Join(' ', PlainText.Of(file, source.Section("SYNOPSIS"))),
            ParameterSets = [.. syntax.Select(section => section.Title.Replace(" (Default)", string.Empty, StringComparison.Ordinal))],
            Syntax = [.. syntax.Select(section => section.Blocks.OfType<CodeBlock>().Select(PlainText.Of).FirstOrDefault() ?? string.Empty)],
            Description = PlainText.Of(file, source.Section("DESCRIPTION")),
            Examples = [.. PageSource.Sections(source.Section("EXAMPLES"), 3).Select(section => ReadExample(file, section))],
            Parameters =
            [
                .. PageSource.Sections(source.Section("PARAMETERS"), 3)
                    .Where(section => section.Title != "CommonParameters")
                    .Select(section => ReadParameter(file, section)),
            ],
            Inputs = [.. ReadTypes(file, source.Section("INPUTS"))],
            Outputs = [.. ReadTypes(file, source.Section("OUTPUTS"))],
            Notes = PlainText.Of(file, source.Section("NOTES")),
            RelatedLinks = [.. source.Section("RELATED LINKS").OfType<ParagraphBlock>().SelectMany(block => block.Inline!.OfType<LinkInline>()).Select(ReadLink)],
        };
    }

    private static HelpExample ReadExample(string file, (string Title, int Line, IReadOnlyList<Block> Blocks) section)
    {
        var code = section.Blocks.OfType<FencedCodeBlock>().Where(block => block.Info == "powershell").ToList();
        return code.Count == 1
            ? new(
                section.Title,
                PlainText.Of(code[0]),
                PlainText.Of(file, section.Blocks.Where(block => block != code[0])))
            : throw new HelpFormatException(file, section.Line, $"'{section.Title}' has to have one code block of language powershell.");
    }

    private static HelpParameter ReadParameter(string file, (string Title, int Line, IReadOnlyList<Block> Blocks) section)
    {
        var yaml = section.Blocks.OfType<FencedCodeBlock>().Where(block => block.Info == "yaml").ToList();
        if (yaml.Count == 0 || !section.Title.StartsWith('-'))
        {
            throw new HelpFormatException(file, section.Line, $"'{section.Title}' has to be a parameter with a YAML block.");
        }

        return new(
            section.Title[1..],
            PlainText.Of(file, section.Blocks.Where(block => !yaml.Contains(block))),
            [.. yaml.Select(block => ReadBinding(file, block))]);
    }

    private static HelpParameterBinding ReadBinding(string file, FencedCodeBlock block)
    {
        var values = PageSource.Values(block);
        return new HelpParameterBinding
        {
            Type = Value("Type"),
            ParameterSets = [.. List("Parameter Sets")],
            Aliases = [.. List("Aliases")],
            Required = Flag("Required"),
            Position = Value("Position"),
            Default = Value("Default value"),
            PipelineInput = Value("Accept pipeline input"),
            Wildcards = Flag("Accept wildcard characters"),
        };

        string Value(string key) => values.TryGetValue(key, out var value)
            ? value
            : throw new HelpFormatException(file, block.Line + 1, $"The block has no '{key}'.");

        string[] List(string key) => Value(key).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        bool Flag(string key) => bool.TryParse(Value(key), out var flag)
            ? flag
            : throw new HelpFormatException(file, block.Line + 1, $"'{key}' is neither True nor False.");
    }

    private static IEnumerable<HelpItem> ReadTypes(string file, IReadOnlyList<Block> blocks) =>
        PageSource.Sections(blocks, 3).Select(section => new HelpItem(section.Title, PlainText.Of(file, section.Blocks)));

    private static HelpItem ReadLink(LinkInline link) =>
        new(PlainText.Of((ContainerInline)link), [link.Url is { } url && url.Contains("://", StringComparison.Ordinal) ? url : string.Empty]);
}
