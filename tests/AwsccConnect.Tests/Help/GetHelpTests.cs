using System.Management.Automation;

namespace AwsccConnect.Tests.Help;

/// <summary>What Get-Help shows of the assembled module.</summary>
public class GetHelpTests
{
    [Theory]
    [MemberData(nameof(HelpPages.NameData), MemberType = typeof(HelpPages))]
    public void Shows_everything_that_the_page_says(string name)
    {
        var page = HelpPages.Read(name);
        using ModuleSession session = new();
        var help = session.Run("Get-Help $name -Full", ("name", name)).Single();

        Text(help, "Synopsis").ShouldBe(page.Synopsis);
        Texts(help, "description").ShouldBe(page.Description);
        Names(help, "inputTypes", "inputType").ShouldBe(page.Inputs.Select(input => input.Name));
        Names(help, "returnValues", "returnValue").ShouldBe(page.Outputs.Select(output => output.Name));

        var examples = Items(help, "examples", "example");
        examples.Length.ShouldBeGreaterThanOrEqualTo(3);
        examples.Select(example => Text(example, "code")).ShouldBe(page.Examples.Select(example => example.Code));
        examples.ShouldAllBe(example => Texts(example, "remarks").Length > 0);

        var parameters = Items(help, "parameters", "parameter");
        parameters.Select(parameter => Text(parameter, "name")).ShouldBe(page.Parameters.Select(parameter => parameter.Name));
        foreach (var parameter in parameters)
        {
            var description = Texts(parameter, "description");
            description.ShouldNotBeEmpty(Text(parameter, "name"));
            description.ShouldAllBe(paragraph => paragraph.Length > 10);
        }
    }

    [Theory]
    [MemberData(nameof(HelpPages.NameData), MemberType = typeof(HelpPages))]
    public void Syntax_has_a_line_for_each_parameter_set_with_its_parameters(string name)
    {
        using ModuleSession session = new();
        var command = (CommandInfo)session.Run("Get-Command $name", ("name", name)).Single().BaseObject;
        string[] shown =
        [
            .. Items(session.Run("Get-Help $name", ("name", name)).Single(), "syntax", "syntaxItem")
                .Select(item => string.Join(' ', Properties(item, "parameter").Select(parameter =>
                    $"{Text(parameter, "name")}:{Text(parameter, "required")}:{Text(parameter, "position")}").Order(StringComparer.Ordinal))),
        ];
        string[] real =
        [
            .. command.ParameterSets.Select(set => string.Join(' ', set.Parameters
                .Where(parameter => !HelpPages.CommonParameters.Contains(parameter.Name))
                .Select(parameter => $"{parameter.Name}:{(parameter.IsMandatory ? "true" : "false")}:{(parameter.Position < 0 ? "named" : parameter.Position)}")
                .Order(StringComparer.Ordinal))),
        ];
        shown.ShouldBe(real, ignoreOrder: true);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Fits_the_console(int width)
    {
        using ModuleSession session = new();
        foreach (var name in HelpPages.Names)
        {
            foreach (var view in (string[])["-Full", "-Examples", "-Parameter *"])
            {
                var text = session.Render(session.Run($"Get-Help {name} {view}").Cast<object>(), width);
                text.ShouldNotContain("\e");
                text.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(width, $"{name} {view}");
                text.ShouldNotContain("include/");
                text.ShouldNotContain("```");
                text.ShouldNotContain("setup");
            }
        }
    }

    [Fact]
    public void Finds_a_parameter_by_name_with_its_facts()
    {
        using ModuleSession session = new();
        var text = session.Render(session.Run("Get-Help Set-ConnectUser -Parameter InstanceArn").Cast<object>());
        text.ShouldContain("-InstanceArn <String>");
        text.ShouldContain("Required in the parameter set Username.");
        text.ShouldContain("Instance, InstanceAlias");
    }

    [Theory]
    [MemberData(nameof(HelpPages.TopicData), MemberType = typeof(HelpPages))]
    public void Topics_are_found_and_fit_the_console(string topic)
    {
        using ModuleSession session = new();
        var text = session.Run("Get-Help $topic", ("topic", topic)).Single().ToString();
        text.ShouldStartWith($"TOPIC\n    {topic}\n\nSHORT DESCRIPTION\n    ");
        text.ShouldContain("\nLONG DESCRIPTION\n    ");
        text.ShouldNotContain("<!--");
        text.ShouldNotContain("```");
        string[] prose = [.. text.Split('\n').Where(line => !line.StartsWith("        ", StringComparison.Ordinal))];
        prose.Max(line => line.Length).ShouldBeLessThanOrEqualTo(80);
    }

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        foreach (var name in HelpPages.Names)
        {
            var page = HelpPages.Read(name);
            page.RelatedLinks.ShouldNotBeEmpty(name);
            page.RelatedLinks.Where(link => link.Description[0].Length == 0).Select(link => link.Name)
                .Except(HelpPages.Names).Except(HelpPages.Topics).ShouldBeEmpty(name);
        }
    }

    private static PSObject[] Items(PSObject help, string list, string item) =>
        help.Properties[list]?.Value is { } found ? Properties(PSObject.AsPSObject(found), item) : [];

    private static PSObject[] Properties(PSObject owner, string name) => Flatten(owner.Properties[name]?.Value);

    private static PSObject[] Flatten(object? value) => (value is PSObject wrapped && wrapped.BaseObject is object[] inner ? inner : value) switch
    {
        null => [],
        object[] items => [.. items.Select(PSObject.AsPSObject)],
        var one => [PSObject.AsPSObject(one)],
    };

    private static string[] Names(PSObject help, string list, string item) =>
        [.. Items(help, list, item).Select(type => Text(PSObject.AsPSObject(type.Properties["type"].Value), "name"))];

    private static string Text(PSObject owner, string name) => owner.Properties[name]?.Value?.ToString() ?? string.Empty;

    private static string[] Texts(PSObject owner, string name) =>
        [.. Properties(owner, name).Select(paragraph => Text(paragraph, "Text").TrimEnd()).Where(text => text.Length > 0)];
}
