using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Structure;

/// <summary>What is, and what is not, in the folder that is shipped.</summary>
public class AssembledModuleTests
{
    [Fact]
    public void The_root_has_the_manifest_the_loader_the_views_and_the_licences_and_no_other_assembly()
    {
        FileNames(Repository.ModuleRoot).ShouldBe(
            ["AwsccConnect.Format.ps1xml", "AwsccConnect.Loader.dll", "AwsccConnect.Types.ps1xml", "AwsccConnect.psd1", "AwsccConnect.psm1", "LICENSE", "SECURITY.md", "THIRD-PARTY-NOTICES.txt"],
            ignoreOrder: true);
        Directory.EnumerateDirectories(Repository.ModuleRoot).Select(Path.GetFileName).ShouldBeSubsetOf(["lib", "en-US"]);
    }

    [Fact]
    public void The_library_folder_has_the_assemblies_in_use_and_nothing_else()
    {
        string[] expected =
        [
            "AWSSDK.Core.dll", "AWSSDK.SSO.dll", "AWSSDK.SSOOIDC.dll", "AWSSDK.SecurityToken.dll",
            "AwsccConnect.CloudControl.dll", "AwsccConnect.Core.dll", "AwsccConnect.Simulator.dll", "AwsccConnect.dll",
            "CsvHelper.dll", "YamlDotNet.dll",
            "Parlot.dll",
            "NJsonSchema.dll", "NJsonSchema.Annotations.dll", "Namotion.Reflection.dll", "Newtonsoft.Json.dll",
        ];
        string library = Path.Combine(Repository.ModuleRoot, "lib");
        FileNames(library).ShouldBe(expected, ignoreOrder: true);
        Directory.EnumerateDirectories(library).ShouldBeEmpty();
    }

    [Fact]
    public void The_manifest_exports_by_name_what_the_assembly_has()
    {
        string[] exported = Strings("CmdletsToExport");
        string[] inAssembly = [.. CmdletMetadata.Read(Path.Combine(Repository.ModuleRoot, "lib", "AwsccConnect.dll"))];

        exported.Except(inAssembly).ShouldBeEmpty("CmdletsToExport names cmdlets that AwsccConnect.dll has no class for");
        inAssembly.Except(exported).ShouldBeEmpty("AwsccConnect.dll has cmdlets that CmdletsToExport does not name");
        foreach (string key in (string[])["FunctionsToExport", "AliasesToExport", "VariablesToExport"])
        {
            Strings(key).ShouldBeEmpty(key);
        }
    }

    [Fact]
    public void The_manifest_says_what_it_runs_on_and_that_it_is_the_assemblies_version()
    {
        Hashtable manifest = Manifest();
        manifest["PowerShellVersion"].ShouldBe("7.4");
        Strings("CompatiblePSEditions").ShouldBe(["Core"]);
        System.Reflection.AssemblyName
            .GetAssemblyName(Path.Combine(Repository.ModuleRoot, "lib", "AwsccConnect.dll")).Version!.ToString(3)
            .ShouldBe(manifest["ModuleVersion"]);
    }

    [Fact]
    public async Task Importing_loads_nothing_of_the_SDK()
    {
        // In a process of its own: in this one other tests have long used the SDK.
        PwshResult result = await PwshProcess.RunAsync(
            [
                "-NonInteractive",
                "-Command",
                PwshProcess.ImportModule() + "[System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -like 'AwsccConnect*' | ForEach-Object { $_.Assemblies } | ForEach-Object { $_.GetName().Name }",
            ]);
        string[] loaded = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        loaded.ShouldContain("AwsccConnect");
        loaded.ShouldNotContain(name => name.StartsWith("AWSSDK", StringComparison.Ordinal));
        loaded.ShouldNotContain("AwsccConnect.Simulator");
    }

    private static string[] FileNames(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!)];

    private static Hashtable Manifest()
    {
        ScriptBlockAst ast = Parser.ParseFile(Repository.ModuleManifest, out _, out ParseError[] errors);
        errors.ShouldBeEmpty();
        return (Hashtable)ast.Find(node => node is HashtableAst, searchNestedScriptBlocks: false)!.SafeGetValue();
    }

    private static string[] Strings(string key) =>
        [.. ((IEnumerable)(Manifest()[key] ?? throw new KeyNotFoundException(key))).Cast<object>().Select(LanguagePrimitives.ConvertTo<string>)];
}
