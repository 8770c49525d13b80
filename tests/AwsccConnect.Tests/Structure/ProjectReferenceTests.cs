using System.Xml.Linq;

namespace AwsccConnect.Tests.Structure;

/// <summary>The one-way doors between the projects, in the project files and in what the compiler made of them.</summary>
public class ProjectReferenceTests
{
    private const string Engine = "System.Management.Automation";

    [Theory]
    [InlineData("AwsccConnect.Loader")]
    [InlineData("AwsccConnect.CloudControl")]
    [InlineData("AwsccConnect.Core", "AwsccConnect.CloudControl")]
    [InlineData("AwsccConnect.Simulator")]
    [InlineData("AwsccConnect", "AwsccConnect.CloudControl", "AwsccConnect.Core")]
    public void Projects_reference_only_what_they_may(string project, params string[] allowed)
    {
        var file = ProjectFile(project);
        file.Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!))
            .ShouldBeSubsetOf(allowed);
    }

    [Theory]
    [InlineData("AwsccConnect")]
    [InlineData("AwsccConnect.Simulator")]
    public void The_loader_references_the_framework_alone(string module)
    {
        ProjectFile("AwsccConnect.Loader").Descendants("PackageReference").ShouldBeEmpty();
        AssemblyReferences references = new(Path.Combine(Repository.RootOf(module), "AwsccConnect.Loader.dll"));
        references.OutsideFramework.ShouldBeEmpty();
        references.Assemblies.ShouldNotContainKey(Engine);
    }

    [Fact]
    public void The_core_knows_the_client_interface_and_its_model_but_not_the_client_nor_PowerShell()
    {
        var references = Library("AwsccConnect.Core");
        references.Assemblies.ShouldNotContainKey(Engine);
        references.OutsideFramework.ShouldBeSubsetOf(
            ["AWSSDK.Core", "AWSSDK.CloudControlApi", "AWSSDK.Connect", "AwsccConnect.CloudControl", "CsvHelper", "Parlot", "YamlDotNet"]);
        references.Types.ShouldNotContain("Amazon.CloudControlApi.AmazonCloudControlApiClient");
        references.Types.ShouldNotContain("Amazon.CloudControlApi.AmazonCloudControlApiConfig");
        references.Types.ShouldNotContain("Amazon.Connect.AmazonConnectClient");
        references.Types.ShouldNotContain("Amazon.Connect.AmazonConnectConfig");
        references.Types
            .Where(type => type.StartsWith("System.Net.Http.", StringComparison.Ordinal)
                && type is not ("System.Net.Http.HttpRequestException" or "System.Net.Http.HttpRequestError"))
            .ShouldBeEmpty("Core makes no HTTP calls of its own; it may only recognise their failure");
    }

    [Fact]
    public void The_client_knows_the_SDK_and_not_PowerShell()
    {
        var references = Library("AwsccConnect.CloudControl");
        references.Assemblies.ShouldNotContainKey(Engine);
        references.OutsideFramework.ShouldBeSubsetOf(["AWSSDK.Core"]);
    }

    [Fact]
    public void The_simulator_knows_nothing_of_what_it_tests()
    {
        AssemblyReferences references = new(Path.Combine(Repository.RootOf("AwsccConnect.Simulator"), "lib", "AwsccConnect.Simulator.dll"));
        references.OutsideFramework.Except([Engine]).ShouldBeSubsetOf(["NJsonSchema", "NJsonSchema.Annotations", "Newtonsoft.Json"]);
    }

    [Theory]
    [InlineData("AwsccConnect")]
    [InlineData("AwsccConnect.Simulator")]
    public void The_cmdlets_are_compiled_against_PowerShell_Standard(string module)
    {
        AssemblyReferences references = new(Path.Combine(Repository.RootOf(module), "lib", module + ".dll"));
        if (references.Assemblies.TryGetValue(Engine, out var version))
        {
            version.ShouldBe(new Version(3, 0, 0, 0), "PowerShellStandard.Library's reference assembly is version 3.0");
        }

        ProjectFile(module).Descendants("PackageReference")
            .Select(reference => (string)reference.Attribute("Include")!)
            .ShouldNotContain(Engine);
    }

    [Fact]
    public void Source_files_stay_under_400_lines()
    {
        var source = Path.Combine(Repository.Root, "src");
        string[] files =
        [
            .. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")),
        ];
        files.ShouldNotBeEmpty();
        files.Where(file => File.ReadLines(file).Count() >= 400).Select(Path.GetFileName).ShouldBeEmpty();
    }

    private static XDocument ProjectFile(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));

    private static AssemblyReferences Library(string name) =>
        new(Path.Combine(Repository.ModuleRoot, "lib", name + ".dll"));
}
