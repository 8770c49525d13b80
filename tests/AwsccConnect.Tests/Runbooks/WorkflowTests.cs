using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace AwsccConnect.Tests.Runbooks;

/// <summary>What the files of examples/runbooks say of each other is so.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "examples", "runbooks");

    [Fact]
    public void The_workflow_calls_the_runbook_with_parameters_that_it_has()
    {
        string[] scripts = [.. RunBlocks().Matches(File.ReadAllText(Path.Combine(Folder, "onboarding.yml"))).Select(match => match.Value)];
        scripts.Length.ShouldBe(2);
        const string Command = "pwsh -NoProfile -NonInteractive -File runbooks/Invoke-NightlyOnboarding.ps1";
        scripts[1].Trim().ShouldStartWith(Command);
        string[] names = [.. ParameterNames().Matches(scripts[1].Trim()[Command.Length..]).Select(match => match.Groups[1].Value)];

        var runbook = Parser.ParseFile(Path.Combine(Folder, "Invoke-NightlyOnboarding.ps1"), out _, out var errors);
        errors.ShouldBeEmpty();
        names.ShouldNotBeEmpty();
        names.ShouldBeSubsetOf(runbook.ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath));
    }

    [Fact]
    public void Every_file_is_in_the_list_and_every_link_leads_to_a_file()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "README.md"));
        Links().Matches(text).Select(match => match.Groups[1].Value)
            .ShouldBe(Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Where(name => name != "README.md"), ignoreOrder: true);
    }

    [Theory]
    [InlineData("Invoke-NightlyOnboarding.ps1")]
    [InlineData("Invoke-TagOffboarding.ps1")]
    [InlineData("Invoke-DriftReport.ps1")]
    [InlineData("Invoke-AccessReview.ps1")]
    [InlineData("Save-InitialPassword.ps1")]
    [InlineData("Write-RunbookReport.ps1")]
    public void Every_parameter_is_described(string script)
    {
        var ast = Parser.ParseFile(Path.Combine(Folder, script), out _, out var errors);
        errors.ShouldBeEmpty();
        var help = ast.GetHelpContent();
        help.Synopsis.ShouldNotBeEmpty();
        help.Parameters.Keys.ShouldBe(ast.ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath.ToUpperInvariant()), ignoreOrder: true);
    }

    [GeneratedRegex(@"(?<=run: [|>]\n)( {10}[^\n]*\n|\n)+")]
    private static partial Regex RunBlocks();

    [GeneratedRegex(@"(?<= )-(?<name>[A-Za-z]+)")]
    private static partial Regex ParameterNames();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)")]
    private static partial Regex Links();
}
