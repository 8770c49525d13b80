using System.Xml.Linq;
using AwsccConnect.HelpBuilder;

namespace AwsccConnect.Tests.Help;

/// <summary>The tool that turns pages into help files.</summary>
public sealed class HelpBuilderTests : IDisposable
{
    private const string Page =
        """
        ---
        external help file: AwsccConnect.dll-Help.xml
        ---

        # Get-Thing

        ## SYNOPSIS

        Gets *things*, see [the site](https://example.com/).

        ## SYNTAX

        ### List (Default)

        ```text
        Get-Thing [[-Name] <String[]>] [-Shared] [<CommonParameters>]
        ```

        ### One

        ```text
        Get-Thing -Id <Int32> [-Shared] [<CommonParameters>]
        ```

        ## DESCRIPTION

        First line
        of a paragraph with `code`.

        - one
        - two

        ## EXAMPLES

        <!-- setup
        $page = 1
        -->

        ### Example 1: One

        <!-- setup
        $own = 2
        -->

        ```powershell
        Get-Thing `
            -Name 'a < b'
        ```

        Remarks.

        ## PARAMETERS

        ### -Name

        Names.

        ```yaml
        Type: String[]
        Parameter Sets: List
        Aliases: N, Title

        Required: False
        Position: 0
        Default value: None
        Accept pipeline input: False
        Accept wildcard characters: True
        ```

        ### -Id

        The id.

        ```yaml
        Type: Int32
        Parameter Sets: One
        Aliases:

        Required: True
        Position: Named
        Default value: 0
        Accept pipeline input: True (ByValue)
        Accept wildcard characters: False
        ```

        [Shared](include/shared.md)

        ## INPUTS

        ### System.Int32

        An id.

        ## OUTPUTS

        ### Thing

        The thing.

        ## NOTES

        A note.

        ## RELATED LINKS

        [Set-Thing](Set-Thing.md)

        [Web](https://example.com/)

        """;

    private const string Shared =
        """
        ### -Shared

        The same everywhere.

        ```yaml
        Type: SwitchParameter
        Parameter Sets: (All)
        Aliases:

        Required: False
        Position: Named
        Default value: False
        Accept pipeline input: False
        Accept wildcard characters: False
        ```

        """;

    private readonly string _source = Directory.CreateTempSubdirectory("awsccconnect-pages-").FullName;
    private readonly string _output = Directory.CreateTempSubdirectory("awsccconnect-pages-").FullName;

    public HelpBuilderTests()
    {
        Directory.CreateDirectory(Path.Combine(_source, "include"));
        File.WriteAllText(Path.Combine(_source, "include", "shared.md"), Shared);
        WritePage(Page);
    }

    private string PagePath => Path.Combine(_source, "Get-Thing.md");

    [Fact]
    public void Reads_what_a_page_says()
    {
        var page = HelpPageReader.Read(PagePath);
        page.Synopsis.ShouldBe("Gets things, see the site (https://example.com/).");
        page.Description.ShouldBe(["First line of a paragraph with code.", "- one\n- two"]);
        page.ParameterSets.ShouldBe(["List", "One"]);
        page.Examples.ShouldHaveSingleItem().Code.ShouldBe("Get-Thing `\n    -Name 'a < b'");
        page.Examples[0].Remarks.ShouldBe(["Remarks."]);
        page.Parameters.Select(parameter => parameter.Name).ShouldBe(["Name", "Id", "Shared"]);
        page.Parameters[0].Bindings[0].Aliases.ShouldBe(["N", "Title"]);
        page.Parameters[1].In("List").ShouldBeNull();
        page.Parameters[2].In("One")!.Type.ShouldBe("SwitchParameter");
        page.RelatedLinks.Select(link => (link.Name, link.Description[0])).ShouldBe([("Set-Thing", ""), ("Web", "https://example.com/")]);
    }

    [Fact]
    public void Writes_maml_and_removes_what_was_there_before()
    {
        File.WriteAllText(Path.Combine(_output, "about_Gone.help.txt"), "old");
        Program.Main(["build", _source, _output, "Example"]).ShouldBe(0);

        Directory.EnumerateFiles(_output).Select(Path.GetFileName).ShouldBe(["Example.dll-Help.xml"]);
        var maml = XDocument.Load(Path.Combine(_output, "Example.dll-Help.xml"), LoadOptions.PreserveWhitespace);
        XNamespace dev = "http://schemas.microsoft.com/maml/dev/2004/10";
        XNamespace command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
        maml.Descendants(dev + "code").Single().Value.ShouldBe("Get-Thing `\n    -Name 'a < b'");
        maml.Descendants(command + "syntaxItem").Select(item => item.Elements(command + "parameter").Count()).ShouldBe([2, 2]);
        var id = maml.Descendants(command + "parameters").Single().Elements().ElementAt(1);
        id.Attribute("required")!.Value.ShouldBe("true");
        id.Attribute("pipelineInput")!.Value.ShouldBe("true (ByValue)");
    }

    [Fact]
    public void Refuses_a_syntax_that_is_not_that_of_the_parameters_and_puts_it_right()
    {
        WritePage(Page.Replace("[[-Name] <String[]>] ", string.Empty, StringComparison.Ordinal));
        Should.Throw<HelpFormatException>(() => Program.Build(_source, _output, "Example")).Message.ShouldContain("update-syntax");
        Program.Main(["update-syntax", _source]).ShouldBe(0);
        File.ReadAllText(PagePath).ShouldBe(Page.ReplaceLineEndings("\n"));
        Program.Main(["build", _source, _output, "Example"]).ShouldBe(0);
    }

    [Theory]
    [InlineData("## NOTES", "## REMARKS", "NOTES")]
    [InlineData("include/shared.md", "include/none.md", "include/none.md")]
    [InlineData("Position: 0\n", "", "Position")]
    [InlineData("Required: True", "Required: Maybe", "Required")]
    [InlineData("```powershell", "```text", "powershell")]
    [InlineData("A note.", "> A quotation.", "QuoteBlock")]
    public void Names_the_page_and_what_is_wrong_with_it(string good, string bad, string problem)
    {
        WritePage(Page.ReplaceLineEndings("\n").Replace(good, bad, StringComparison.Ordinal));
        var error = Should.Throw<HelpFormatException>(() => HelpPageReader.Read(PagePath));
        error.Message.ShouldContain(problem);
        error.ToString().ShouldStartWith(PagePath + "(");
        Program.Main(["build", _source, _output, "Example"]).ShouldBe(1);
    }

    [Fact]
    public void Wraps_topics_and_keeps_their_code()
    {
        string word = new('w', 30);
        File.WriteAllText(
            Path.Combine(_source, "about_Thing.md"),
            $"# about_Thing\n\n## SHORT DESCRIPTION\n\nShort.\n\n## LONG DESCRIPTION\n\n{word} {word} {word}\n\n- {word} {word} {word}\n\n```powershell\nGet-Thing |\n    Get-Thing\n```\n\n<!-- setup\n1\n-->\n");
        Program.Main(["build", _source, _output, "Example"]).ShouldBe(0);
        File.ReadAllText(Path.Combine(_output, "about_Thing.help.txt")).ShouldBe(
            $"TOPIC\n    about_Thing\n\nSHORT DESCRIPTION\n    Short.\n\nLONG DESCRIPTION\n    {word} {word}\n    {word}\n\n    - {word} {word}\n      {word}\n\n        Get-Thing |\n            Get-Thing\n");
    }

    [Fact]
    public void Wrong_arguments_are_reported() => Program.Main(["build"]).ShouldBe(1);

    public void Dispose()
    {
        Directory.Delete(_source, recursive: true);
        Directory.Delete(_output, recursive: true);
    }

    private void WritePage(string text) => File.WriteAllText(PagePath, text.ReplaceLineEndings("\n"));
}
