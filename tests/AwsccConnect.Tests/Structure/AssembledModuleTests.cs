using System.Collections;
using System.Management.Automation.Language;
using System.Management.Automation;

namespace AwsccConnect.Tests.Structure;

/// <summary>What is, and what is not, in the folders that are shipped.</summary>
public class AssembledModuleTests
{
    private const string Main = "AwsccConnect";
    private const string Simulator = "AwsccConnect.Simulator";

    [Theory]
    [InlineData(Main, "AwsccConnect.Types.ps1xml")]
    [InlineData(Simulator)]
    public void The_root_has_the_manifest_the_loader_the_views_and_the_licences_and_no_other_assembly(string module, params string[] more)
    {
        FileNames(Repository.RootOf(module)).ShouldBe(
            [$"{module}.Format.ps1xml", "AwsccConnect.Loader.dll", $"{module}.psd1", $"{module}.psm1", "LICENSE", "SECURITY.md", "THIRD-PARTY-NOTICES.txt", .. more],
            ignoreOrder: true);
        Directory.EnumerateDirectories(Repository.RootOf(module)).Select(Path.GetFileName).ShouldBeSubsetOf(["lib", "en-US"]);
    }

    [Theory]
    [InlineData(
        Main,
        "AWSSDK.Core.dll", "AWSSDK.SSO.dll", "AWSSDK.SSOOIDC.dll", "AWSSDK.SecurityToken.dll",
        "AwsccConnect.CloudControl.dll", "AwsccConnect.Core.dll", "AwsccConnect.dll",
        "CsvHelper.dll", "YamlDotNet.dll",
        "Parlot.dll")]
    [InlineData(Simulator, "AwsccConnect.Simulator.dll", "NJsonSchema.dll", "NJsonSchema.Annotations.dll", "Namotion.Reflection.dll", "Newtonsoft.Json.dll")]
    public void The_library_folder_has_the_assemblies_in_use_and_nothing_else(string module, params string[] expected)
    {
        var library = Path.Combine(Repository.RootOf(module), "lib");
        FileNames(library).ShouldBe(expected, ignoreOrder: true);
        Directory.EnumerateDirectories(library).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Main)]
    [InlineData(Simulator)]
    public void The_manifest_exports_by_name_what_the_assembly_has(string module)
    {
        var exported = Strings(module, "CmdletsToExport");
        using ModuleSession session = new();
        var inAssembly = ModuleLoadingTests.CmdletsInAssembly(session, module);

        exported.Except(inAssembly).ShouldBeEmpty("CmdletsToExport names cmdlets that the assembly has no class for");
        inAssembly.Except(exported).ShouldBeEmpty("the assembly has cmdlets that CmdletsToExport does not name");
        foreach (var key in (string[])["FunctionsToExport", "AliasesToExport", "VariablesToExport"])
        {
            Strings(module, key).ShouldBeEmpty(key);
        }
    }

    [Theory]
    [InlineData(Main)]
    [InlineData(Simulator)]
    public void The_manifest_says_what_it_runs_on_and_that_it_is_the_assemblies_version(string module)
    {
        var manifest = Manifest(module);
        manifest["PowerShellVersion"].ShouldBe("7.4");
        Strings(module, "CompatiblePSEditions").ShouldBe(["Core"]);
        System.Reflection.AssemblyName
            .GetAssemblyName(Path.Combine(Repository.RootOf(module), "lib", module + ".dll")).Version!.ToString(3)
            .ShouldBe(manifest["ModuleVersion"]);
    }

    [Fact]
    public async Task Importing_loads_nothing_of_the_SDK()
    {
        // In a process of its own: in this one other tests have long used the SDK.
        var result = await PwshProcess.RunAsync(
            [
                "-Command",
                $"Import-Module '{Repository.ModuleManifest}'; " + "[System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -like 'AwsccConnect*' | ForEach-Object { $_.Assemblies } | ForEach-Object { $_.GetName().Name }",
            ]);
        var loaded = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        loaded.ShouldContain("AwsccConnect");
        loaded.ShouldNotContain(name => name.StartsWith("AWSSDK", StringComparison.Ordinal));
    }

    private static string[] FileNames(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!)];

    private static Hashtable Manifest(string module)
    {
        var ast = Parser.ParseFile(Path.Combine(Repository.RootOf(module), module + ".psd1"), out _, out var errors);
        errors.ShouldBeEmpty();
        return (Hashtable)ast.Find(node => node is HashtableAst, searchNestedScriptBlocks: false)!.SafeGetValue();
    }

    private static string[] Strings(string module, string key) =>
        [.. ((IEnumerable)(Manifest(module)[key] ?? throw new KeyNotFoundException(key))).Cast<object>().Select(LanguagePrimitives.ConvertTo<string>)];
}
