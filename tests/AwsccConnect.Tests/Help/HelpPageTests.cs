using System.Management.Automation;

namespace AwsccConnect.Tests.Help;

/// <summary>The pages against the cmdlets themselves, in both directions.</summary>
public class HelpPageTests
{
    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet()
    {
        using ModuleSession session = new();
        string[] cmdlets = [.. session.Run("Get-Command -Module AwsccConnect*").Select(command => ((CommandInfo)command.BaseObject).Name)];
        cmdlets.ShouldBe(HelpPages.Names, ignoreOrder: true);
        HelpPages.Names.ShouldAllBe(name => HelpPages.Read(name).Name == name);
        HelpPages.Topics.ShouldBe(["about_AwsccConnect", "about_ConnectSimulator", "about_ConnectUserBulk", "about_ConnectUserStack"]);
    }

    [Theory]
    [MemberData(nameof(HelpPages.NameData), MemberType = typeof(HelpPages))]
    public void Parameters_are_as_the_page_says(string name)
    {
        var page = HelpPages.Read(name);
        using ModuleSession session = new();
        var command = (CommandInfo)session.Run("Get-Command $name", ("name", name)).Single().BaseObject;

        List<string> real = [];
        foreach (var set in command.ParameterSets)
        {
            foreach (var parameter in set.Parameters.Where(parameter => !HelpPages.CommonParameters.Contains(parameter.Name)))
            {
                real.Add(Fact(
                    SetName(set),
                    parameter.Name,
                    TypeName(parameter.ParameterType),
                    parameter.Aliases,
                    parameter.IsMandatory,
                    parameter.Position < 0 ? "Named" : $"{parameter.Position}",
                    PipelineInput(parameter),
                    parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any()));
            }
        }

        List<string> written = [];
        foreach (var set in page.ParameterSets)
        {
            foreach (var parameter in page.Parameters)
            {
                if (parameter.In(set) is { } binding)
                {
                    written.Add(Fact(
                        set, parameter.Name, binding.Type, binding.Aliases, binding.Required, binding.Position, binding.PipelineInput, binding.Wildcards));
                }
            }
        }

        real.ShouldNotBeEmpty();
        real.Except(written).ShouldBeEmpty("the cmdlet has what the page does not say");
        written.Except(real).ShouldBeEmpty("the page says what the cmdlet does not have");
        page.Parameters.Select(parameter => parameter.Name).ShouldBeUnique();
        if (command.ParameterSets.FirstOrDefault(set => set.IsDefault) is { } first)
        {
            page.ParameterSets[0].ShouldBe(first.Name, "the default set comes first");
        }
    }

    [Theory]
    [MemberData(nameof(HelpPages.NameData), MemberType = typeof(HelpPages))]
    public void Enumerations_name_their_values(string name)
    {
        var page = HelpPages.Read(name);
        using ModuleSession session = new();
        var command = (CommandInfo)session.Run("Get-Command $name", ("name", name)).Single().BaseObject;
        foreach (var parameter in page.Parameters)
        {
            var real = command.Parameters[parameter.Name];
            var type = real.ParameterType.GetElementType() ?? real.ParameterType;
            var text = string.Join(' ', parameter.Description);
            IEnumerable<string> values = type.IsEnum ? Enum.GetNames(type) : [];
            foreach (var value in values.Concat(real.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)))
            {
                text.ShouldContain(value, Case.Sensitive, $"-{parameter.Name}");
            }

            foreach (var range in real.Attributes.OfType<ValidateRangeAttribute>())
            {
                (text.Contains($"{range.MinRange}-{range.MaxRange}", StringComparison.Ordinal) || parameter.Name == "Port")
                    .ShouldBeTrue($"-{parameter.Name} does not say its range {range.MinRange}-{range.MaxRange}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(HelpPages.NameData), MemberType = typeof(HelpPages))]
    public void Outputs_are_those_that_the_cmdlet_declares(string name)
    {
        using ModuleSession session = new();
        var command = (CommandInfo)session.Run("Get-Command $name", ("name", name)).Single().BaseObject;
        string[] written = [.. HelpPages.Read(name).Outputs.Select(output => output.Name)];
        command.OutputType.Select(output => output.Name).Except(written)
            .Except(["AwsccConnect.ConnectUserReference"]).ShouldBeEmpty();
        written.Except(command.OutputType.Select(output => output.Name)).ShouldBeSubsetOf(["None"]);
    }

    private static string Fact(
        string set, string name, string type, IEnumerable<string> aliases, bool required, string position, string pipeline, bool wildcards) =>
        $"{set}: -{name} {type}, aliases {string.Join('/', aliases.Order(StringComparer.Ordinal))}, required {required}, position {position}, pipeline {pipeline}, wildcards {wildcards}";

    private static string SetName(CommandParameterSetInfo set) => set.Name == ParameterAttribute.AllParameterSets ? "(All)" : set.Name;

    private static string TypeName(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name;

    private static string PipelineInput(CommandParameterInfo parameter) => (parameter.ValueFromPipelineByPropertyName, parameter.ValueFromPipeline) switch
    {
        (false, false) => "False",
        (true, false) => "True (ByPropertyName)",
        (false, true) => "True (ByValue)",
        _ => "True (ByPropertyName, ByValue)",
    };
}
